/** Rules and tables of accounts: who may sign in, with what, and for how long. */
@NullMarked
package org.assisterportal.identity.domain;

import org.jspecify.annotations.NullMarked;
