package org.assisterportal.application;

import java.util.List;

/** In which counties a ZIP lies. This module needs to know it; whoever puts the modules together says from where. */
public interface ZipCounties {

    /** Names of Minnesota's counties, for a ZIP of five digits; empty where nobody knows of the ZIP in that plan year. */
    List<String> of(int planYear, String zip);
}
