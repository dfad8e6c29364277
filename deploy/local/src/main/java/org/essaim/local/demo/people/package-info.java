/** The people of the demo, the same at every run: {@link org.essaim.local.demo.people.Cast} says who is who. */
@NullMarked
package org.essaim.local.demo.people;

import org.jspecify.annotations.NullMarked;
