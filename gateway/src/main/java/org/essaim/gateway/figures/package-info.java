/** What the landing page says of this Essaim: {@link org.essaim.gateway.figures.PublicFigures}, hourly, rounded, none below a hundred. */
@NullMarked
package org.essaim.gateway.figures;

import org.jspecify.annotations.NullMarked;
