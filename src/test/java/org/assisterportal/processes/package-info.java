/** The product as operating-system processes in production mode: killed, stopped, started beside each other. */
@NullMarked
package org.assisterportal.processes;

import org.jspecify.annotations.NullMarked;
