/** The whole house as a person starts it, through the command, and broken on purpose. */
@NullMarked
package org.essaim.system;

import org.jspecify.annotations.NullMarked;
