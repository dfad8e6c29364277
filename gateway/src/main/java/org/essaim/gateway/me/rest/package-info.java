/** All of a member in one answer, over HTTP. */
@NullMarked
package org.essaim.gateway.me.rest;

import org.jspecify.annotations.NullMarked;
