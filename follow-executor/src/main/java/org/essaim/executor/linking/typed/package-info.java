/** What people type when they mean an account. */
@NullMarked
package org.essaim.executor.linking.typed;

import org.jspecify.annotations.NullMarked;
