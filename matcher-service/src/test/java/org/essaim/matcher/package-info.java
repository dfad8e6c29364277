@NullMarked
package org.essaim.matcher;

import org.jspecify.annotations.NullMarked;
