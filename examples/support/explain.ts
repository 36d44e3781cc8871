import { isSdkError } from 'lockpanel'
import { bad, good } from './print'

/** Prints an error. It contains no secret. */
export const explain = async (request: PromiseLike<unknown>): Promise<void> => {
  try {
    good(JSON.stringify(await request))
  } catch (error) {
    if (!isSdkError(error)) throw error
    bad(`${error.name}: ${error.message}`)
  }
}
