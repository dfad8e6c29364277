/** Profiles over HTTP. */
@NullMarked
package org.essaim.gateway.profiles.rest;

import org.jspecify.annotations.NullMarked;
