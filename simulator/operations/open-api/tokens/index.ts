import type { Action } from '../../../../src/core/action'
import { sha256Hex } from '../../../../src/crypto/digest'
import { md5Hex } from '../../../../src/crypto/md5-hex'
import type { CheckedBy, Checks } from '../../../checks/check'
import { readObject } from '../../../checks/composite-values'
import { name } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import { refuse } from '../../../refusal'
import type { Account } from '../../../world/account'
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
  /** The password is its MD5, as clients send it. Another country or app is another account. */
  tokenRoute(
    'POST /v1.0/iot-01/associated-users/actions/authorized-login',
    { country_code: name, username: name, password: name, schema: name },
    (cloud, { country_code, username, password, schema }) => {
      const isAccount = (one: Account) =>
        one.username === username && one.countryCode === country_code && one.app === schema
      const account = cloud.world.accounts.find(isAccount) ?? refuse('no permission')
      if (md5Hex(account.password) !== password) refuse('username or password wrong')
      return { ...tokenAnswer(cloud, issueToken(cloud)), platform_url: '' }
    },
  ),
  /** The answer has `expire` in place of `expire_time`. */
  tokenRoute(
    'POST /v1.0/iot-03/users/login',
    { username: name, password: name },
    (cloud, { username, password }) => {
      const isAccount = (one: Account) =>
        one.username === username && one.app === undefined && sha256Hex(one.password) === password
      if (!cloud.world.accounts.some(isAccount)) refuse('username or password wrong')
      const { expire_time: expire, ...answer } = tokenAnswer(cloud, issueToken(cloud))
      return { ...answer, expire }
    },
  ),
]
