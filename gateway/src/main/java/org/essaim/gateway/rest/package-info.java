/** What the resources of every feature share: page sizes, cursors, request limits, pages. Leaf package: nothing of the core. */
@NullMarked
package org.essaim.gateway.rest;

import org.jspecify.annotations.NullMarked;
