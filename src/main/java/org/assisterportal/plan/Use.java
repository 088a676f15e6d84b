package org.assisterportal.plan;

/** How much care a household expects to need in a year. */
public enum Use {
    LOW,
    MEDIUM,
    HIGH
}
