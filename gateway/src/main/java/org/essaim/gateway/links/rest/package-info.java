/** Links over HTTP, and the executor's public OAuth documents under the public address. */
@NullMarked
package org.essaim.gateway.links.rest;

import org.jspecify.annotations.NullMarked;
