import type { Action } from '../../../../src/core/action'
import type { CheckedBy, Checks } from '../../../checks/check'
import { readObject } from '../../../checks/objects'
import { name } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { refuse } from '../../../refusal'
import { currentToken, issueToken, tokenAnswer, tokenOf } from '../../../world/tokens'
import type { Operation } from '../../operation'

const tokenRoute = <C extends Checks>(
  routeName: string,
  params: C,
  handle: (cloud: Cloud, params: CheckedBy<C>) => unknown,
): Operation<Pick<Action, 'name' | 'family'>> => ({
  action: { name: routeName, family: 'open-api' },
  sampled: { envelope: 'enveloped', quirks: [] },
  answer: (cloud, rawParams) => handle(cloud, readObject(params, rawParams)),
})

/** By which a project comes to a token; no panel calls them. */
export const tokenRoutes = [
  /** The one that works already, with the time that it has left. */
  tokenRoute('GET /v1.0/token', { grant_type: name }, (cloud, { grant_type }) =>
    grant_type === '1'
      ? tokenAnswer(cloud, currentToken(cloud) ?? issueToken(cloud))
      : refuse('grant type invalid'),
  ),
  /** Its life has no end, and it works once. */
  tokenRoute('GET /v1.0/token/{refresh_token}', { refresh_token: name }, (cloud, given) => {
    const { replaced } = tokenOf(cloud.world, (one) => one.refreshToken === given.refresh_token)
    return replaced ? refuse('token is expired') : tokenAnswer(cloud, issueToken(cloud))
  }),
]
