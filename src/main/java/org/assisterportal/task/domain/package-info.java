@NullMarked
package org.assisterportal.task.domain;

import org.jspecify.annotations.NullMarked;
