import { isSdkError } from 'lockpanel'
import { bad, good } from './print'

/** Shows what an error says. It carries no secret, so all of it may be shown. */
export const explain = async (request: PromiseLike<unknown>): Promise<void> => {
  try {
    good(JSON.stringify(await request))
  } catch (error) {
    if (!isSdkError(error)) throw error
    bad(`${error.name}: ${error.message}`)
  }
}
