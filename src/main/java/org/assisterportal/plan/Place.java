package org.assisterportal.plan;

/** Where somebody lives, as far as plans and prices depend on it. */
public record Place(String zip, String fips, String county, int ratingArea) {}
