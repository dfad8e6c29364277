/** From the request's token to the member. */
@NullMarked
package org.essaim.gateway.members.rest;

import org.jspecify.annotations.NullMarked;
