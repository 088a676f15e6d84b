package org.assisterportal.notification;

/** Where a mail stands. */
public enum MailState {
    WAITING,
    SENT,
    FAILED,
    WITHDRAWN
}
