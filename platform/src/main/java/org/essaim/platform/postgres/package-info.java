/** The blocking bridge to Hibernate Reactive. */
@NullMarked
package org.essaim.platform.postgres;

import org.jspecify.annotations.NullMarked;
