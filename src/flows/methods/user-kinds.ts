import { isVendorError } from '../../core/errors/vendor-error'
import type { UserKind } from '../members/roles'

const NO_SUCH_USER = 2006

/**
 * Calls for each user kind until one returns a result. Fails with the last refusal if the cloud has no such user in any
 * kind.
 */
export const firstOfUserKinds = async <T>(
  kinds: readonly UserKind[],
  call: (kind: UserKind) => Promise<T | undefined>,
): Promise<T | undefined> => {
  let refusal: unknown
  let refusals = 0
  for (const kind of kinds) {
    try {
      const result = await call(kind)
      if (result !== undefined) return result
    } catch (error) {
      if (!isVendorError(error) || error.code !== NO_SUCH_USER) throw error
      refusal = error
      refusals++
    }
  }
  if (refusals === kinds.length) throw refusal
  return undefined
}
