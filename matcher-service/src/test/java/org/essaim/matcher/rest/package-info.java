@NullMarked
package org.essaim.matcher.rest;

import org.jspecify.annotations.NullMarked;
