/** The rows of the consents. */
@NullMarked
package org.essaim.gateway.consents.postgres;

import org.jspecify.annotations.NullMarked;
