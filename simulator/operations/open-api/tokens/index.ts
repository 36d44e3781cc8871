import type { Action } from '../../../../src/core/action'
import type { CheckedBy, Checks } from '../../../checks/check'
import { readObject } from '../../../checks/composite-values'
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

/** Issue and refresh the token of a project; no panel calls them. */
export const tokenRoutes = [
  /** Returns the current token with its remaining time, or issues one. */
  tokenRoute('GET /v1.0/token', { grant_type: name }, (cloud, { grant_type }) =>
    grant_type === '1'
      ? tokenAnswer(cloud, currentToken(cloud) ?? issueToken(cloud))
      : refuse('grant type invalid'),
  ),
  /** A refresh token never expires, and works once. */
  tokenRoute(
    'GET /v1.0/token/{refresh_token}',
    { refresh_token: name },
    (cloud, { refresh_token }) => {
      const { replaced } = tokenOf(cloud.world, (one) => one.refreshToken === refresh_token)
      return replaced
        ? refuse('token has expired or was replaced')
        : tokenAnswer(cloud, issueToken(cloud))
    },
  ),
]
