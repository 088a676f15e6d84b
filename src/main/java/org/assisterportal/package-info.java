@NullMarked
package org.assisterportal;

import org.jspecify.annotations.NullMarked;
