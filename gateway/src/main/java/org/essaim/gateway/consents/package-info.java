/** What a member agreed to: each choice separate, versioned and dated, none preselected. From the person to the identity job and the projection of matches. */
@NullMarked
package org.essaim.gateway.consents;

import org.jspecify.annotations.NullMarked;
