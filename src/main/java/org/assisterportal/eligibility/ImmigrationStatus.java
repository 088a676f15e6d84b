package org.assisterportal.eligibility;

/** Citizenship and immigration statuses that the programs tell apart; which program takes which, and from when, is rule data. */
public enum ImmigrationStatus {
    CITIZEN,
    /** Of American Samoa and Swains Island. */
    NATIONAL,
    LAWFUL_PERMANENT_RESIDENT,
    REFUGEE,
    ASYLEE,
    /** Deportation or removal withheld. */
    WITHHOLDING,
    CUBAN_HAITIAN_ENTRANT,
    AMERASIAN,
    TRAFFICKING_VICTIM,
    /** Iraqi or Afghan with a special immigrant visa. */
    SPECIAL_IMMIGRANT,
    /** Afghan or Ukrainian parolee whom Congress gave refugees' benefits. */
    HUMANITARIAN_PAROLEE,
    /** Citizen of Micronesia, the Marshall Islands or Palau under a compact of free association. */
    COFA_MIGRANT,
    /** American Indian born in Canada, or member of a federally recognized tribe born abroad. */
    TRIBAL_BORN_ABROAD,
    CONDITIONAL_ENTRANT,
    /** Paroled for a year or more. */
    PAROLEE,
    /** Battered spouse, child or parent with a pending or approved petition. */
    BATTERED,
    /** Visitors, students and workers with a valid visa. */
    NONIMMIGRANT,
    TEMPORARY_PROTECTED,
    /** Asylum applicants with permission to work, special juveniles and others who are lawfully present. */
    OTHER_LAWFULLY_PRESENT,
    /** Deferred Action for Childhood Arrivals. */
    DACA,
    UNDOCUMENTED,
    UNKNOWN
}
