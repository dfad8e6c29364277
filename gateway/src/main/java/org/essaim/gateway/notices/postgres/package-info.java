/** Notices as rows. */
@NullMarked
package org.essaim.gateway.notices.postgres;

import org.jspecify.annotations.NullMarked;
