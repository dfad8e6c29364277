/** What accounts show of themselves: names and small pictures, kept by follow-executor and shown to those who matched with them. */
@NullMarked
package org.essaim.gateway.profiles;

import org.jspecify.annotations.NullMarked;
