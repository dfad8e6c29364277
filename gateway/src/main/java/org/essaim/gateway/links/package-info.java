/** The accounts a member links. From the person, with their own token exchanged for follow-executor, which runs the dance and holds the grant; back by grants.v1 to the links here and to the identity. */
@NullMarked
package org.essaim.gateway.links;

import org.jspecify.annotations.NullMarked;
