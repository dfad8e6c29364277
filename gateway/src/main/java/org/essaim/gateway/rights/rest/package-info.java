/** The calls by which a person gets everything that is held about them, and is forgotten. */
@NullMarked
package org.essaim.gateway.rights.rest;

import org.jspecify.annotations.NullMarked;
