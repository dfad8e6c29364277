/** Plans and progress over HTTP. */
@NullMarked
package org.essaim.gateway.follows.rest;

import org.jspecify.annotations.NullMarked;
