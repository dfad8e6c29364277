/** Wishes about letters over HTTP, and the way to end them that each letter names. */
@NullMarked
package org.essaim.gateway.letters.rest;

import org.jspecify.annotations.NullMarked;
