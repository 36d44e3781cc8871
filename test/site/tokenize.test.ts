import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { boostPage } from '../../site/search/boost-page'
import { tokenize } from '../../site/search/tokenize'

describe('the words of the search', () => {
  it.each([
    [
      'doorLock.createTemporaryPassword',
      ['doorLock', 'door', 'Lock', 'createTemporaryPassword', 'create', 'Temporary', 'Password'],
    ],
    [
      'GET /v1.0/devices/{device_id}/door-lock',
      ['GET', 'v1', 'v', '1', '0', 'devices', 'device', 'id', 'door', 'lock'],
    ],
    ['a TYSdk call', ['a', 'TYSdk', 'TY', 'Sdk', 'call']],
    ['创建临时密码', ['创建', '临时', '密码']],
    ['用apiRequest发送命令', ['用', 'apiRequest', 'api', 'Request', '发送', '命令']],
  ])('are the parts of "%s"', (text, words) => {
    expect(tokenize(text)).toEqual(words)
  })

  it('work from their source alone, because VitePress sends that to the page', () => {
    expect(runInNewContext(`(${tokenize})('listUsers')`)).toEqual(tokenize('listUsers'))
  })
})

describe('the order of the search', () => {
  it('has a page before a section of another page, also from its source alone', () => {
    const isBefore = (boost: typeof boostPage) =>
      boost('/page.html#page', 'word', { titles: [] }) >
      boost('/other.html#word', 'word', { titles: ['Other'] })
    expect(isBefore(boostPage)).toBe(true)
    expect(isBefore(runInNewContext(`(${boostPage})`))).toBe(true)
  })
})
