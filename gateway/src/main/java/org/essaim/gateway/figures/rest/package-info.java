/** Figures for everyone. */
@NullMarked
package org.essaim.gateway.figures.rest;

import org.jspecify.annotations.NullMarked;
