/** As much of jsdom as the tests use; its own types are a package of their own. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: Document };
  }
}
