import { id } from '../../shared'

/**
 * The number of a DP and the number of the method on the lock, such as 1-2. Its form differs from operation to
 * operation (1-2, 1-01, 101-01), so it stays the text that the vendor gave.
 */
export const unlockId = id()
