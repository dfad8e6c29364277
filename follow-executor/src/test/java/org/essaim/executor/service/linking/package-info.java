/** How access comes, is kept and sealed, and what is shown of accounts. */
@NullMarked
package org.essaim.executor.service.linking;

import org.jspecify.annotations.NullMarked;
