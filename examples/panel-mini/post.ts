const OK = 200
const TIMEOUT_MS = 10_000

/** Posts to the app's own server. A failure quotes neither the body nor the answer, because both have secrets. */
export const post = <Answer extends object>(url: string, data: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    wx.request<Answer>({
      url,
      method: 'POST',
      data,
      timeout: TIMEOUT_MS,
      success: ({ statusCode, data: answer }) => {
        if (statusCode === OK && typeof answer === 'object') resolve(answer)
        else reject(new Error(`the server answered with status ${statusCode}`))
      },
      fail: ({ errMsg }) => reject(new Error(`the server did not answer: ${errMsg}`)),
    })
  })
