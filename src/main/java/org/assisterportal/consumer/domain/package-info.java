@NullMarked
package org.assisterportal.consumer.domain;

import org.jspecify.annotations.NullMarked;
