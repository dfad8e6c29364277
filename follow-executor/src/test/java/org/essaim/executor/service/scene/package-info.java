/** What the tests of the running service share: its servers, members, plans, and what can go wrong on the way out. */
@NullMarked
package org.essaim.executor.service.scene;

import org.jspecify.annotations.NullMarked;
