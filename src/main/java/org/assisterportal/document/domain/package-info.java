@NullMarked
package org.assisterportal.document.domain;

import org.jspecify.annotations.NullMarked;
