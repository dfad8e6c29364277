/** The X account over HTTP. */
@NullMarked
package org.essaim.gateway.xaccounts.rest;

import org.jspecify.annotations.NullMarked;
