var _s=Object.create;var ta=Object.defineProperty;var bs=Object.getOwnPropertyDescriptor;var zs=Object.getOwnPropertyNames;var ys=Object.getPrototypeOf,ws=Object.prototype.hasOwnProperty;var J=(e,t)=>()=>{try{return t||e((t={exports:{}}).exports,t),t.exports}catch(i){throw t=0,i}};var Ms=(e,t,i,r)=>{if(t&&typeof t=="object"||typeof t=="function")for(let a of zs(t))!ws.call(e,a)&&a!==i&&ta(e,a,{get:()=>t[a],enumerable:!(r=bs(t,a))||r.enumerable});return e};var xs=(e,t,i)=>(i=e!=null?_s(ys(e)):{},Ms(t||!e||!e.__esModule?ta(i,"default",{value:e,enumerable:!0}):i,e));var ie=J(vi=>{"use strict";Object.defineProperty(vi,"__esModule",{value:!0});var Hs=/\r\n?/g,ks=/\t/g,$s=/\f/g,oa=function(e){return e.replace(Hs,`
`).replace($s,"").replace(ks,"    ")},la=function(e,t){var i=e||{};if(t!=null)for(var r in t)Object.prototype.hasOwnProperty.call(t,r)&&(i[r]=t[r]);return i},na=function(e,t){var i=Object.keys(e).filter(function(s){var n=e[s];if(n==null||n.match==null)return!1;var m=n.order;return(typeof m!="number"||!isFinite(m))&&typeof console<"u"&&console.warn("simple-markdown: Invalid order for rule `"+s+"`: "+String(m)),!0});i.sort(function(s,n){var m=e[s],c=e[n],o=m.order,d=c.order;if(o!==d)return o-d;var _=m.quality?0:1,v=c.quality?0:1;return _!==v?_-v:s<n?-1:s>n?1:0});var r,a=function(s,n){var m=[];for(n=n||r,r=n;s;){var c=null,o=null,d=null,_=NaN,v=0,p=i[0],u=e[p];do{var h=u.order,f=n.prevCapture==null?"":n.prevCapture[0],E=u.match(s,n,f);if(E){var $=u.quality?u.quality(E,n,f):0;$<=_||(c=p,o=u,d=E,_=$)}v++,p=i[v],u=e[p]}while(u&&(!d||u.order===h&&u.quality));if(o==null||d==null)throw new Error("Could not find a matching rule for the below content. The rule with highest `order` should always match content provided to it. Check the definition of `match` for '"+i[i.length-1]+`'. It seems to not match the following source:
`+s);if(d.index)throw new Error("`match` must return a capture starting at index 0 (the current parse index). Did you forget a ^ at the start of the RegExp?");var R=o.parse(d,a,n);if(Array.isArray(R))Array.prototype.push.apply(m,R);else{if(R==null||typeof R!="object")throw new Error(`parse() function returned invalid parse result: '${R}'`);R.type==null&&(R.type=c),m.push(R)}n.prevCapture=d,s=s.substring(n.prevCapture[0].length)}return m},l=function(s,n){return r=la(n,t),!r.inline&&!r.disableAutoBlockNewlines&&(s=s+`

`),r.prevCapture=null,a(oa(s),r)};return l},ue=function(e){var t=function(i,r,a){return r.inline?e.exec(i):null};return t.regex=e,t},pe=function(e){var t=function(i,r){return r.inline?null:e.exec(i)};return t.regex=e,t},ci=function(e){var t=function(i,r){return e.exec(i)};return t.regex=e,t},en=typeof Symbol=="function"&&Symbol.for&&Symbol.for("react.element")||60103,se=function(e,t,i,r){i=i||{},r=typeof r<"u"?r:!0;var a="";for(var l in i){var s=i[l];Object.prototype.hasOwnProperty.call(i,l)&&s&&(a+=" "+it(l)+'="'+it(s)+'"')}var n="<"+e+a+">";return r?n+t+"</"+e+">":n},fi=function(e){if(e==null)return null;try{var t=new URL(e,"https://localhost").protocol;if(t.indexOf("javascript:")===0||t.indexOf("vbscript:")===0||t.indexOf("data:")===0)return null}catch{return null}return e},Ts=/[<>&"']/g,Es={"<":"&lt;",">":"&gt;","&":"&amp;",'"':"&quot;","'":"&#x27;","/":"&#x2F;","`":"&#96;"},it=function(e){return String(e).replace(Ts,function(t){return Es[t]})},Cs=/\\([^0-9A-Za-z\s])/g,mi=function(e){return e.replace(Cs,"$1")},vr=function(e,t,i){var r=i.inline||!1;i.inline=!0;var a=e(t,i);return i.inline=r,a},js=function(e,t,i){var r=i.inline||!1;i.inline=!1;var a=e(t+`

`,i);return i.inline=r,a},cr=function(e,t,i){return{content:vr(t,e[1],i)}},ui=function(){return{}},pr="(?:[*+-]|\\d+\\.)",ha="( *)("+pr+") +",ra=new RegExp("^"+ha),Ss=new RegExp(ha+"[^\\n]*(?:\\n(?!\\1"+pr+` )[^\\n]*)*(
|$)`,"gm"),ua=/\n{2,}$/,As=/^ (?= *`)|(` *) $/g,Ds=ua,ia=/ *\n+$/,Vs=new RegExp("^( *)("+pr+`) [\\s\\S]+?(?:
{2,}(?! )(?!\\1`+pr+` )\\n*|\\s*
*$)`),Os=/(?:^|\n)( *)$/,fr=(function(){var e=/^ *\| *| *\| *$/g,t=/ *$/,i=/^ *-+: *$/,r=/^ *:-+: *$/,a=/^ *:-+ *$/,l=function(o){return i.test(o)?"right":r.test(o)?"center":a.test(o)?"left":null},s=function(o,d,_,v){v&&(o=o.replace(e,""));var p=o.trim().split("|");return p.map(l)},n=function(o,d,_,v){var p=_.inTable;_.inTable=!0;var u=d(o.trim(),_);_.inTable=p;var h=[[]];return u.forEach(function(f,E){f.type==="tableSeparator"?(!v||E!==0&&E!==u.length-1)&&h.push([]):(f.type==="text"&&(u[E+1]==null||u[E+1].type==="tableSeparator")&&(f.content=f.content.replace(t,"")),h[h.length-1].push(f))}),h},m=function(o,d,_,v){var p=o.trim().split(`
`);return p.map(function(u){return n(u,d,_,v)})},c=function(o){return function(d,_,v){v.inline=!0;var p=n(d[1],_,v,o),u=s(d[2],_,v,o),h=m(d[3],_,v,o);return v.inline=!1,{type:"table",header:p,align:u,cells:h}}};return{parseTable:c(!0),parseNpTable:c(!1),TABLE_REGEX:/^ *(\|.+)\n *\|( *[-:]+[-| :]*)\n((?: *\|.*(?:\n|$))*)\n*/,NPTABLE_REGEX:/^ *(\S.*\|.*)\n *([-:]+ *\|[-| :]*)\n((?:.*\|.*(?:\n|$))*)\n*/}})(),mr="(?:\\[[^\\]]*\\]|[^\\[\\]]|\\](?=[^\\[]*\\]))*",aa=`\\s*<?((?:\\([^)]*\\)|[^\\s\\\\]|\\\\.)*?)>?(?:\\s+['"]([\\s\\S]*?)['"])?\\s*`,Rs=/mailto:/i,sa=function(e,t,i){var r=(e[2]||e[1]).replace(/\s+/g," ").toLowerCase();if(t._defs&&t._defs[r]){var a=t._defs[r];i.target=a.target,i.title=a.title}return t._refs=t._refs||{},t._refs[r]=t._refs[r]||[],t._refs[r].push(i),i},X=0,gr={Array:{html:function(e,t,i){for(var r="",a=0;a<e.length;a++){var l=e[a];if(l.type==="text")for(l={type:"text",content:l.content};a+1<e.length&&e[a+1].type==="text";a++)l.content+=e[a+1].content;r+=t(l,i)}return r}},heading:{order:X++,match:pe(/^ *(#{1,6})([^\n]+?)#* *(?:\n *)+\n/),parse:function(e,t,i){return{level:e[1].length,content:vr(t,e[2].trim(),i)}},html:function(e,t,i){return se("h"+e.level,t(e.content,i))}},nptable:{order:X++,match:pe(fr.NPTABLE_REGEX),parse:fr.parseNpTable,html:null},lheading:{order:X++,match:pe(/^([^\n]+)\n *(=|-){3,} *(?:\n *)+\n/),parse:function(e,t,i){return{type:"heading",level:e[2]==="="?1:2,content:vr(t,e[1],i)}},html:null},hr:{order:X++,match:pe(/^( *[-*_]){3,} *(?:\n *)+\n/),parse:ui,html:function(e,t,i){return'<hr aria-hidden="true">'}},codeBlock:{order:X++,match:pe(/^(?:    [^\n]+\n*)+(?:\n *)+\n/),parse:function(e,t,i){var r=e[0].replace(/^    /gm,"").replace(/\n+$/,"");return{lang:void 0,content:r}},html:function(e,t,i){var r=e.lang?"markdown-code-"+e.lang:void 0,a=se("code",it(e.content),{class:r});return se("pre",a)}},fence:{order:X++,match:pe(/^ *(`{3,}|~{3,}) *(?:(\S+) *)?\n([\s\S]+?)\n?\1 *(?:\n *)+\n/),parse:function(e,t,i){return{type:"codeBlock",lang:e[2]||void 0,content:e[3]}},html:null},blockQuote:{order:X++,match:pe(/^( *>[^\n]+(\n[^\n]+)*\n*)+\n{2,}/),parse:function(e,t,i){var r=e[0].replace(/^ *> ?/gm,"");return{content:t(r,i)}},html:function(e,t,i){return se("blockquote",t(e.content,i))}},list:{order:X++,match:function(e,t){var i=t.prevCapture==null?"":t.prevCapture[0],r=Os.exec(i),a=t._list||!t.inline;return r&&a?(e=r[1]+e,Vs.exec(e)):null},parse:function(e,t,i){var r=e[2],a=r.length>1,l=a?+r:void 0,s=e[0].replace(Ds,`
`).match(Ss),n=!1,m=s.map(function(c,o){var d=ra.exec(c),_=d?d[0].length:0,v=new RegExp("^ {1,"+_+"}","gm"),p=c.replace(v,"").replace(ra,""),u=o===s.length-1,h=p.indexOf(`

`)!==-1,f=h||u&&n;n=f;var E=i.inline,$=i._list;i._list=!0;var R;f?(i.inline=!1,R=p.replace(ia,`

`)):(i.inline=!0,R=p.replace(ia,""));var k=t(R,i);return i.inline=E,i._list=$,k});return{ordered:a,start:l,items:m}},html:function(e,t,i){var r=e.items.map(function(s){return se("li",t(s,i))}).join(""),a=e.ordered?"ol":"ul",l={start:e.start};return se(a,r,l)}},def:{order:X++,match:pe(/^ *\[([^\]]+)\]: *<?([^\s>]*)>?(?: +["(]([^\n]+)[")])? *\n(?: *\n)*/),parse:function(e,t,i){var r=e[1].replace(/\s+/g," ").toLowerCase(),a=e[2],l=e[3];return i._refs&&i._refs[r]&&i._refs[r].forEach(function(s){s.target=a,s.title=l}),i._defs=i._defs||{},i._defs[r]={target:a,title:l},{def:r,target:a,title:l}},html:function(){return""}},table:{order:X++,match:pe(fr.TABLE_REGEX),parse:fr.parseTable,html:function(e,t,i){var r=function(m){return e.align[m]==null?"":"text-align:"+e.align[m]+";"},a=e.header.map(function(m,c){return se("th",t(m,i),{style:r(c),scope:"col"})}).join(""),l=e.cells.map(function(m){var c=m.map(function(o,d){return se("td",t(o,i),{style:r(d)})}).join("");return se("tr",c)}).join(""),s=se("thead",se("tr",a)),n=se("tbody",l);return se("table",s+n)}},newline:{order:X++,match:pe(/^(?:\n *)*\n/),parse:ui,html:function(e,t,i){return`
`}},paragraph:{order:X++,match:pe(/^((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/),parse:cr,html:function(e,t,i){var r={class:"paragraph"};return se("div",t(e.content,i),r)}},escape:{order:X++,match:ue(/^\\([^0-9A-Za-z\s])/),parse:function(e,t,i){return{type:"text",content:e[1]}},html:null},tableSeparator:{order:X++,match:function(e,t){return t.inTable?/^ *\| */.exec(e):null},parse:function(){return{type:"tableSeparator"}},html:function(){return" &vert; "}},autolink:{order:X++,match:ue(/^<([^: >]+:\/[^ >]+)>/),parse:function(e,t,i){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1]}},html:null},mailto:{order:X++,match:ue(/^<([^ >]+@[^ >]+)>/),parse:function(e,t,i){var r=e[1],a=e[1];return Rs.test(a)||(a="mailto:"+a),{type:"link",content:[{type:"text",content:r}],target:a}},html:null},url:{order:X++,match:ue(/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/),parse:function(e,t,i){return{type:"link",content:[{type:"text",content:e[1]}],target:e[1],title:void 0}},html:null},link:{order:X++,match:ue(new RegExp("^\\[("+mr+")\\]\\("+aa+"\\)")),parse:function(e,t,i){var r={content:t(e[1],i),target:mi(e[2]),title:e[3]};return r},html:function(e,t,i){var r={href:fi(e.target),title:e.title};return se("a",t(e.content,i),r)}},image:{order:X++,match:ue(new RegExp("^!\\[("+mr+")\\]\\("+aa+"\\)")),parse:function(e,t,i){var r={alt:e[1],target:mi(e[2]),title:e[3]};return r},html:function(e,t,i){var r={src:fi(e.target),alt:e.alt,title:e.title};return se("img","",r,!1)}},reflink:{order:X++,match:ue(new RegExp("^\\[("+mr+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,i){return sa(e,i,{type:"link",content:t(e[1],i)})},html:null},refimage:{order:X++,match:ue(new RegExp("^!\\[("+mr+")\\]\\s*\\[([^\\]]*)\\]")),parse:function(e,t,i){return sa(e,i,{type:"image",alt:e[1]})},html:null},em:{order:X,match:ue(new RegExp("^\\b_((?:__|\\\\[\\s\\S]|[^\\\\_])+?)_\\b|^\\*(?=\\S)((?:\\*\\*|\\\\[\\s\\S]|\\s+(?:\\\\[\\s\\S]|[^\\s\\*\\\\]|\\*\\*)|[^\\s\\*\\\\])+?)\\*(?!\\*)")),quality:function(e){return e[0].length+.2},parse:function(e,t,i){return{content:t(e[2]||e[1],i)}},html:function(e,t,i){return se("em",t(e.content,i))}},strong:{order:X,match:ue(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),quality:function(e){return e[0].length+.1},parse:cr,html:function(e,t,i){return se("strong",t(e.content,i))}},u:{order:X++,match:ue(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),quality:function(e){return e[0].length},parse:cr,html:function(e,t,i){return se("u",t(e.content,i))}},del:{order:X++,match:ue(/^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),parse:cr,html:function(e,t,i){return se("del",t(e.content,i))}},inlineCode:{order:X++,match:ue(/^(`+)([\s\S]*?[^`])\1(?!`)/),parse:function(e,t,i){return{content:e[2].replace(As,"$1")}},html:function(e,t,i){return se("code",it(e.content))}},br:{order:X++,match:ci(/^ {2,}\n/),parse:ui,html:function(e,t,i){return"<br>"}},text:{order:X++,match:ci(/^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|$)/),parse:function(e,t,i){return{content:e[0]}},html:function(e,t,i){return it(e.content)}}},Is=function(e,t){!t&&typeof console<"u"&&console.warn("simple-markdown ruleOutput should take 'react' or 'html' as the second argument.");var i=function(r,a,l){return e[r.type][t](r,a,l)};return i},Ps=function(e){var t=function(i,r){return r=r||{},Array.isArray(i)?i.map(function(a){return t(a,r)}).join(""):e(i,t,r)};return t},ca=function(e,t,i={}){if(!t)throw new Error("simple-markdown: outputFor: `property` must be defined. if you just upgraded, you probably need to replace `outputFor` with `reactFor`");var r,a=e.Array||gr.Array,l=a[t];if(!l)throw new Error("simple-markdown: outputFor: to join nodes of type `"+t+"` you must provide an `Array:` joiner rule with that type, Please see the docs for details on specifying an Array rule.");var s=l,n=function(c,o){return o=o||r,r=o,Array.isArray(c)?s(c,n,o):e[c.type][t](c,n,o)},m=function(c,o){return r=la(o,i),n(c,r)};return m},_r=na(gr),fa=function(e,t){return t=t||{},t.inline=!1,_r(e,t)},Bs=function(e,t){return t=t||{},t.inline=!0,_r(e,t)},da=function(e,t){var i=ua.test(e);return t=t||{},t.inline=!i,_r(e,t)},ma=ca(gr,"html"),Ls=function(e,t){return ma(fa(e,t),t)},Ns={defaultRules:gr,parserFor:na,outputFor:ca,inlineRegex:ue,blockRegex:pe,anyScopeRegex:ci,parseInline:vr,parseBlock:js,markdownToHtml:Ls,defaultBlockParse:fa,defaultInlineParse:Bs,defaultImplicitParse:da,defaultHtmlOutput:ma,preprocess:oa,sanitizeText:it,sanitizeUrl:fi,unescapeUrl:mi,htmlTag:se,defaultRawParse:_r,ruleOutput:Is,htmlFor:Ps,defaultParse:function(...e){return typeof console<"u"&&console.warn("defaultParse is deprecated, please use `defaultImplicitParse`"),da.apply(null,e)},defaultOutput:function(...e){return typeof console<"u"&&console.warn("defaultOutput is deprecated, please use `defaultReactOutput`"),defaultReactOutput.apply(null,e)}};vi.default=Ns});var le=J(W=>{"use strict";Object.defineProperty(W,"__esModule",{value:!0});W.GuildNavigationRegex=W.SlashCommandRegex=W.SubtextRegex=W.HeadingRegex=W.TimestampRegex=W.TextRegex=W.StrikeThroughRegex=W.SpoilerRegex=W.EmoticonRegex=W.CodeBlockRegex=W.BlockQuoteRegex=W.HereRegex=W.EveryoneRegex=W.UserMentionRegex=W.RoleMentionRegex=W.EmojiRegex=W.ChannelMentionRegex=void 0;W.ChannelMentionRegex=/^<#(\d{17,20})>/;W.EmojiRegex=/^<(a)?:(\w{2,32}):(\d{17,21})>/;W.RoleMentionRegex=/^<@&(\d{17,20})>/;W.UserMentionRegex=/^<@!?(\d{17,20})>/;W.EveryoneRegex=/^@everyone/;W.HereRegex=/^@here/;W.BlockQuoteRegex=/^( *>>> ([\s\S]*))|^( *> [^\n]*(\n *> [^\n]*)*\n?)/;W.CodeBlockRegex=/^```(([a-z0-9_+\-.#]+?)\n+)?\n*([^]+?)\n*```/i;W.EmoticonRegex=/^(¯\\_\(ツ\)_\/¯)/;W.SpoilerRegex=/^\|\|([\s\S]+?)\|\|/;W.StrikeThroughRegex=/^~~([\s\S]+?)~~(?!_)/;W.TextRegex=/^[\s\S]+?(?=[^0-9A-Za-z\s]|\n\n|\n|\w+:\S|$)/;W.TimestampRegex=/^<t:(-?\d+)(?::(R|t|T|d|D|f|F))?>/;W.HeadingRegex=/^(#{1,3}) +([^\n]+?)(\n|$)/;W.SubtextRegex=/^-# +([^\n]+?)(\n|$)/;W.SlashCommandRegex=/^<\/([-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}(?: [-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}){0,2})?:(\d{17,21})>/u;W.GuildNavigationRegex=/^<(\d{17,20}):(?:(customize|browse|guide)|(linked-roles)(:\d{17,20})?)>/});var va=J(at=>{"use strict";var qs=at&&at.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(at,"__esModule",{value:!0});at.guildNavigation=void 0;var Us=qs(ie()),Fs=le();at.guildNavigation={order:Us.default.defaultRules.strong.order,match:e=>Fs.GuildNavigationRegex.exec(e),parse:function(e){var t,i,r;let a=(t=e[2])!==null&&t!==void 0?t:e[3];if(a==="linked-roles"){let l=(r=(i=e[4])===null||i===void 0?void 0:i.slice(1))!==null&&r!==void 0?r:null;return{id:e[1],navigation:a,roleId:l}}else return{id:e[1],navigation:a}}}});var pa=J(st=>{"use strict";var Zs=st&&st.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(st,"__esModule",{value:!0});st.slashCommand=void 0;var Ws=Zs(ie()),Gs=le();st.slashCommand={order:Ws.default.defaultRules.strong.order,match:e=>Gs.SlashCommandRegex.exec(e),parse:function(e){let t=e[1].split(" "),i={fullName:e[1],name:t[0],subcommand:null,subcommandGroup:null,id:e[2]};return t.length==2&&(i.subcommand=t[1]),t.length===3&&(i.subcommandGroup=t[1],i.subcommand=t[2]),i}}});var ga=J(dt=>{"use strict";var Qs=dt&&dt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(dt,"__esModule",{value:!0});dt.everyone=void 0;var Ks=Qs(ie()),Xs=le();dt.everyone={order:Ks.default.defaultRules.strong.order,match:e=>Xs.EveryoneRegex.exec(e),parse:function(){return{}}}});var _a=J(br=>{"use strict";Object.defineProperty(br,"__esModule",{value:!0});br.TwemojiRegex=void 0;br.TwemojiRegex=/^((?:\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc68\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc68\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc68\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc68\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffc-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffd-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb\udffc\udffe\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffd\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc68\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83d\udc69\ud83c[\udffb-\udfff]|\ud83d\udc69\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc68\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83d\udc69\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83d\udc69\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udffb\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffb\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffc-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffc\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffd-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffd\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udffe\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffd\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\u2764\ufe0f\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83d\udc30\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udd1d\u200d\ud83e\uddd1\ud83c[\udffb-\udfff]|\ud83e\uddd1\ud83c\udfff\u200d\ud83e\udeef\u200d\ud83e\uddd1\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d\udc8b\u200d\ud83d[\udc68\udc69]|\ud83e\udef1\ud83c\udffb\u200d\ud83e\udef2\ud83c[\udffc-\udfff]|\ud83e\udef1\ud83c\udffc\u200d\ud83e\udef2\ud83c[\udffb\udffd-\udfff]|\ud83e\udef1\ud83c\udffd\u200d\ud83e\udef2\ud83c[\udffb\udffc\udffe\udfff]|\ud83e\udef1\ud83c\udffe\u200d\ud83e\udef2\ud83c[\udffb-\udffd\udfff]|\ud83e\udef1\ud83c\udfff\u200d\ud83e\udef2\ud83c[\udffb-\udffe]|\ud83d\udc68\u200d\u2764\ufe0f\u200d\ud83d\udc68|\ud83d\udc69\u200d\u2764\ufe0f\u200d\ud83d[\udc68\udc69]|\ud83e\uddd1\u200d\ud83e\udd1d\u200d\ud83e\uddd1|\ud83d\udc6f\ud83c\udffb\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffb\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffc\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffd\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udffe\u200d\u2642\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2640\ufe0f|\ud83d\udc6f\ud83c\udfff\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffb\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffc\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffd\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udffe\u200d\u2642\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2640\ufe0f|\ud83e\udd3c\ud83c\udfff\u200d\u2642\ufe0f|\ud83d\udc6f\u200d\u2640\ufe0f|\ud83d\udc6f\u200d\u2642\ufe0f|\ud83e\udd3c\u200d\u2640\ufe0f|\ud83e\udd3c\u200d\u2642\ufe0f|\ud83d\udc6b\ud83c[\udffb-\udfff]|\ud83d\udc6c\ud83c[\udffb-\udfff]|\ud83d\udc6d\ud83c[\udffb-\udfff]|\ud83d\udc6f\ud83c[\udffb-\udfff]|\ud83d\udc8f\ud83c[\udffb-\udfff]|\ud83d\udc91\ud83c[\udffb-\udfff]|\ud83e\udd1d\ud83c[\udffb-\udfff]|\ud83e\udd3c\ud83c[\udffb-\udfff]|\ud83d[\udc6b-\udc6d\udc6f\udc8f\udc91]|\ud83e[\udd1d\udd3c])|(?:\ud83d[\udc68\udc69]|\ud83e\uddd1)(?:\ud83c[\udffb-\udfff])?\u200d(?:\u2695\ufe0f|\u2696\ufe0f|\u2708\ufe0f|\ud83c[\udf3e\udf73\udf7c\udf84\udf93\udfa4\udfa8\udfeb\udfed]|\ud83d[\udcbb\udcbc\udd27\udd2c\ude80\ude92]|\ud83e[\uddaf-\uddb3\uddbc\uddbd\ude70])(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75]|\u26f9)((?:\ud83c[\udffb-\udfff]|\ufe0f)\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?)|(?:\ud83c[\udfc3\udfc4\udfca]|\ud83d[\udc6e\udc70\udc71\udc73\udc77\udc81\udc82\udc86\udc87\ude45-\ude47\ude4b\ude4d\ude4e\udea3\udeb4-\udeb6]|\ud83e[\udd26\udd35\udd37-\udd39\udd3d\udd3e\uddb8\uddb9\uddcd-\uddcf\uddd4\uddd6-\udddd])(?:\ud83c[\udffb-\udfff])?\u200d[\u2640\u2642]\ufe0f(?:\u200d\u27a1\ufe0f)?|(?:\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83d\udc68\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc68\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc66\u200d\ud83d\udc66|\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83e\uddd1\u200d\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddd1\u200d\ud83e\uddd2\u200d\ud83e\uddd2|\ud83c\udff3\ufe0f\u200d\u26a7\ufe0f|\ud83c\udff3\ufe0f\u200d\ud83c\udf08|\ud83d\ude36\u200d\ud83c\udf2b\ufe0f|\u26d3\ufe0f\u200d\ud83d\udca5|\u2764\ufe0f\u200d\ud83d\udd25|\u2764\ufe0f\u200d\ud83e\ude79|\ud83c\udf44\u200d\ud83d\udfeb|\ud83c\udf4b\u200d\ud83d\udfe9|\ud83c\udff4\u200d\u2620\ufe0f|\ud83d\udc15\u200d\ud83e\uddba|\ud83d\udc26\u200d\ud83d\udd25|\ud83d\udc3b\u200d\u2744\ufe0f|\ud83d\udc41\u200d\ud83d\udde8|\ud83d\udc68\u200d\ud83d[\udc66\udc67]|\ud83d\udc69\u200d\ud83d[\udc66\udc67]|\ud83d\ude2e\u200d\ud83d\udca8|\ud83d\ude35\u200d\ud83d\udcab|\ud83d\ude42\u200d\u2194\ufe0f|\ud83d\ude42\u200d\u2195\ufe0f|\ud83e\uddd1\u200d\ud83e\uddd2|\ud83e\uddde\u200d\u2640\ufe0f|\ud83e\uddde\u200d\u2642\ufe0f|\ud83e\udddf\u200d\u2640\ufe0f|\ud83e\udddf\u200d\u2642\ufe0f|\ud83d\udc08\u200d\u2b1b|\ud83d\udc26\u200d\u2b1b)|[#*0-9]\ufe0f?\u20e3|(?:[©®\u2122\u265f]\ufe0f)|(?:\ud83c[\udc04\udd70\udd71\udd7e\udd7f\ude02\ude1a\ude2f\ude37\udf21\udf24-\udf2c\udf36\udf7d\udf96\udf97\udf99-\udf9b\udf9e\udf9f\udfcd\udfce\udfd4-\udfdf\udff3\udff5\udff7]|\ud83d[\udc3f\udc41\udcfd\udd49\udd4a\udd6f\udd70\udd73\udd76-\udd79\udd87\udd8a-\udd8d\udda5\udda8\uddb1\uddb2\uddbc\uddc2-\uddc4\uddd1-\uddd3\udddc-\uddde\udde1\udde3\udde8\uddef\uddf3\uddfa\udecb\udecd-\udecf\udee0-\udee5\udee9\udef0\udef3]|[\u203c\u2049\u2139\u2194-\u2199\u21a9\u21aa\u231a\u231b\u2328\u23cf\u23ed-\u23ef\u23f1\u23f2\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe\u2600-\u2604\u260e\u2611\u2614\u2615\u2618\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u2648-\u2653\u2660\u2663\u2665\u2666\u2668\u267b\u267f\u2692-\u2697\u2699\u269b\u269c\u26a0\u26a1\u26a7\u26aa\u26ab\u26b0\u26b1\u26bd\u26be\u26c4\u26c5\u26c8\u26cf\u26d1\u26d3\u26d4\u26e9\u26ea\u26f0-\u26f5\u26f8\u26fa\u26fd\u2702\u2708\u2709\u270f\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2757\u2763\u2764\u27a1\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299])(?:\ufe0f|(?!\ufe0e))|(?:(?:\ud83c[\udfcb\udfcc]|\ud83d[\udd74\udd75\udd90]|\ud83e\udef0|[\u261d\u26f7\u26f9\u270c\u270d])(?:\ufe0f|(?!\ufe0e))|(?:\ud83c\udfc3|\ud83d\udeb6|\ud83e\uddce)(?:\ud83c[\udffb-\udfff])?(?:\u200d\u27a1\ufe0f)?|(?:\ud83c[\udf85\udfc2\udfc4\udfc7\udfca]|\ud83d[\udc42\udc43\udc46-\udc50\udc66-\udc69\udc6e\udc70-\udc78\udc7c\udc81-\udc83\udc85-\udc87\udcaa\udd7a\udd95\udd96\ude45-\ude47\ude4b-\ude4f\udea3\udeb4\udeb5\udec0\udecc]|\ud83e[\udd0c\udd0f\udd18-\udd1c\udd1e\udd1f\udd26\udd30-\udd39\udd3d\udd3e\udd77\uddb5\uddb6\uddb8\uddb9\uddbb\uddcd\uddcf\uddd1-\udddd\udec3-\udec5\udef1-\udef8]|[\u270a\u270b]))(?:\ud83c[\udffb-\udfff])?|(?:\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f|\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f|\ud83c\udde6\ud83c[\udde8-\uddec\uddee\uddf1\uddf2\uddf4\uddf6-\uddfa\uddfc\uddfd\uddff]|\ud83c\udde7\ud83c[\udde6\udde7\udde9-\uddef\uddf1-\uddf4\uddf6-\uddf9\uddfb\uddfc\uddfe\uddff]|\ud83c\udde8\ud83c[\udde6\udde8\udde9\uddeb-\uddee\uddf0-\uddf7\uddfa-\uddff]|\ud83c\udde9\ud83c[\uddea\uddec\uddef\uddf0\uddf2\uddf4\uddff]|\ud83c\uddea\ud83c[\udde6\udde8\uddea\uddec\udded\uddf7-\uddfa]|\ud83c\uddeb\ud83c[\uddee-\uddf0\uddf2\uddf4\uddf7]|\ud83c\uddec\ud83c[\udde6\udde7\udde9-\uddee\uddf1-\uddf3\uddf5-\uddfa\uddfc\uddfe]|\ud83c\udded\ud83c[\uddf0\uddf2\uddf3\uddf7\uddf9\uddfa]|\ud83c\uddee\ud83c[\udde8-\uddea\uddf1-\uddf4\uddf6-\uddf9]|\ud83c\uddef\ud83c[\uddea\uddf2\uddf4\uddf5]|\ud83c\uddf0\ud83c[\uddea\uddec-\uddee\uddf2\uddf3\uddf5\uddf7\uddfc\uddfe\uddff]|\ud83c\uddf1\ud83c[\udde6-\udde8\uddee\uddf0\uddf7-\uddfb\uddfe]|\ud83c\uddf2\ud83c[\udde6\udde8-\udded\uddf0-\uddff]|\ud83c\uddf3\ud83c[\udde6\udde8\uddea-\uddec\uddee\uddf1\uddf4\uddf5\uddf7\uddfa\uddff]|\ud83c\uddf4\ud83c\uddf2|\ud83c\uddf5\ud83c[\udde6\uddea-\udded\uddf0-\uddf3\uddf7-\uddf9\uddfc\uddfe]|\ud83c\uddf6\ud83c\udde6|\ud83c\uddf7\ud83c[\uddea\uddf4\uddf8\uddfa\uddfc]|\ud83c\uddf8\ud83c[\udde6-\uddea\uddec-\uddf4\uddf7-\uddf9\uddfb\uddfd-\uddff]|\ud83c\uddf9\ud83c[\udde6\udde8\udde9\uddeb-\udded\uddef-\uddf4\uddf7\uddf9\uddfb\uddfc\uddff]|\ud83c\uddfa\ud83c[\udde6\uddec\uddf2\uddf3\uddf8\uddfe\uddff]|\ud83c\uddfb\ud83c[\udde6\udde8\uddea\uddec\uddee\uddf3\uddfa]|\ud83c\uddfc\ud83c[\uddeb\uddf8]|\ud83c\uddfd\ud83c\uddf0|\ud83c\uddfe\ud83c[\uddea\uddf9]|\ud83c\uddff\ud83c[\udde6\uddf2\uddfc]|\ud83c[\udccf\udd8e\udd91-\udd9a\udde6-\uddff\ude01\ude32-\ude36\ude38-\ude3a\ude50\ude51\udf00-\udf20\udf2d-\udf35\udf37-\udf7c\udf7e-\udf84\udf86-\udf93\udfa0-\udfc1\udfc5\udfc6\udfc8\udfc9\udfcf-\udfd3\udfe0-\udff0\udff4\udff8-\udfff]|\ud83d[\udc00-\udc3e\udc40\udc44\udc45\udc51-\udc65\udc6a\udc79-\udc7b\udc7d-\udc80\udc84\udc88-\udc8e\udc90\udc92-\udca9\udcab-\udcfc\udcff-\udd3d\udd4b-\udd4e\udd50-\udd67\udda4\uddfb-\ude44\ude48-\ude4a\ude80-\udea2\udea4-\udeb3\udeb7-\udebf\udec1-\udec5\uded0-\uded2\uded5-\uded8\udedc-\udedf\udeeb\udeec\udef4-\udefc\udfe0-\udfeb\udff0]|\ud83e[\udd0d\udd0e\udd10-\udd17\udd20-\udd25\udd27-\udd2f\udd3a\udd3f-\udd45\udd47-\udd76\udd78-\uddb4\uddb7\uddba\uddbc-\uddcc\uddd0\uddde-\uddff\ude70-\ude7c\ude80-\ude8a\ude8e-\udec2\udec6\udec8\udecd-\udedc\udedf-\udeea\udeef]|[\u23e9-\u23ec\u23f0\u23f3\u267e\u26ce\u2705\u2728\u274c\u274e\u2753-\u2755\u2795-\u2797\u27b0\u27bf\ue50a])|\ufe0f)/});var ba=J(ot=>{"use strict";var Ys=ot&&ot.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ot,"__esModule",{value:!0});ot.twemoji=void 0;var Js=Ys(ie()),ed=_a();ot.twemoji={order:Js.default.defaultRules.strong.order,match:e=>ed.TwemojiRegex.exec(e),parse:function(e){return{name:e[0]}}}});var za=J(lt=>{"use strict";var td=lt&&lt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(lt,"__esModule",{value:!0});lt.channel=void 0;var rd=td(ie()),id=le();lt.channel={order:rd.default.defaultRules.strong.order,match:e=>id.ChannelMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var ya=J(nt=>{"use strict";var ad=nt&&nt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(nt,"__esModule",{value:!0});nt.timestamp=void 0;var sd=ad(ie()),dd=le();nt.timestamp={order:sd.default.defaultRules.strong.order,match:e=>dd.TimestampRegex.exec(e),parse:function(e){return{timestamp:e[1],format:e[2]}}}});var Ve=J(zr=>{"use strict";Object.defineProperty(zr,"__esModule",{value:!0});zr.extend=void 0;var od=(e,t)=>Object.assign({},t,e);zr.extend=od});var wa=J(ht=>{"use strict";var ld=ht&&ht.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ht,"__esModule",{value:!0});ht.blockQuote=void 0;var nd=ld(ie()),hd=Ve(),ud=le();ht.blockQuote=(0,hd.extend)({match:function(e,t,i){return!/^$|\n *$/.test(i)||t.inQuote?null:ud.BlockQuoteRegex.exec(e)},parse:function(e,t,i){let r=e[0],l=!!/^ *>>> ?/.exec(r)?/^ *>>> ?/:/^ *> ?/gm,s=r.replace(l,"");return{content:t(s,Object.assign({},i,{inQuote:!0})),type:"blockQuote"}}},nd.default.defaultRules.blockQuote)});var xa=J(ut=>{"use strict";var cd=ut&&ut.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ut,"__esModule",{value:!0});ut.strikethrough=void 0;var Ma=cd(ie()),fd=Ve(),md=le();ut.strikethrough=(0,fd.extend)({match:Ma.default.inlineRegex(md.StrikeThroughRegex)},Ma.default.defaultRules.del)});var ka=J(ct=>{"use strict";var vd=ct&&ct.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ct,"__esModule",{value:!0});ct.codeBlock=void 0;var Ha=vd(ie()),pd=Ve(),gd=le();ct.codeBlock=(0,pd.extend)({match:Ha.default.inlineRegex(gd.CodeBlockRegex),parse:function(e,t,i){return{lang:(e[2]||"").trim(),content:e[3]||"",inQuote:i.inQuote||!1}}},Ha.default.defaultRules.codeBlock)});var $a=J(ft=>{"use strict";var _d=ft&&ft.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ft,"__esModule",{value:!0});ft.emoji=void 0;var bd=_d(ie()),zd=le();ft.emoji={order:bd.default.defaultRules.strong.order,match:e=>zd.EmojiRegex.exec(e),parse:function(e){return{animated:e[1]==="a",name:e[2],id:e[3]}}}});var Ta=J(mt=>{"use strict";var yd=mt&&mt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(mt,"__esModule",{value:!0});mt.role=void 0;var wd=yd(ie()),Md=le();mt.role={order:wd.default.defaultRules.strong.order,match:e=>Md.RoleMentionRegex.exec(e),parse:function(e){return{id:e[1]}}}});var Ea=J(vt=>{"use strict";var xd=vt&&vt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(vt,"__esModule",{value:!0});vt.autolink=void 0;var Hd=xd(ie()),kd=Ve();vt.autolink=(0,kd.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Hd.default.defaultRules.autolink)});var Ca=J(pt=>{"use strict";var $d=pt&&pt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(pt,"__esModule",{value:!0});pt.here=void 0;var Td=$d(ie()),Ed=le();pt.here={order:Td.default.defaultRules.strong.order,match:e=>Ed.HereRegex.exec(e),parse:function(){return{}}}});var ja=J(gt=>{"use strict";var Cd=gt&&gt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(gt,"__esModule",{value:!0});gt.emoticon=void 0;var jd=Cd(ie()),Sd=le();gt.emoticon={order:jd.default.defaultRules.text.order,match:e=>Sd.EmoticonRegex.exec(e),parse:function(e){return{type:"text",content:e[1]}}}});var Sa=J(_t=>{"use strict";var Ad=_t&&_t.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(_t,"__esModule",{value:!0});_t.user=void 0;var Dd=Ad(ie()),Vd=le();_t.user={order:Dd.default.defaultRules.strong.order,match:e=>Vd.UserMentionRegex.exec(e),parse:function(e){return{id:e[1],type:"user"}}}});var Aa=J(yr=>{"use strict";Object.defineProperty(yr,"__esModule",{value:!0});yr.spoiler=void 0;var Od=le();yr.spoiler={order:0,match:e=>Od.SpoilerRegex.exec(e),parse:function(e,t,i){return{content:t(e[1],i)}}}});var Da=J(bt=>{"use strict";var Rd=bt&&bt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(bt,"__esModule",{value:!0});bt.heading=void 0;var Id=Rd(ie()),Pd=Ve(),Bd=le();bt.heading=(0,Pd.extend)({match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?Bd.HeadingRegex.exec(e):null}},Id.default.defaultRules.heading)});var Va=J(zt=>{"use strict";var Ld=zt&&zt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(zt,"__esModule",{value:!0});zt.subtext=void 0;var Nd=Ld(ie()),qd=le();zt.subtext={order:Nd.default.defaultRules.heading.order-.5,match:function(e,t){return t.prevCapture===null||t.prevCapture.slice(-1)[0]===`
`?qd.SubtextRegex.exec(e):null},parse:function(e,t,i){return{content:t(e[1],i)}}}});var Oa=J(yt=>{"use strict";var Ud=yt&&yt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(yt,"__esModule",{value:!0});yt.text=void 0;var Fd=Ud(ie()),Zd=Ve(),Wd=le();yt.text=(0,Zd.extend)({match:e=>Wd.TextRegex.exec(e)},Fd.default.defaultRules.text)});var Ra=J(wt=>{"use strict";var Gd=wt&&wt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(wt,"__esModule",{value:!0});wt.url=void 0;var Qd=Gd(ie()),Kd=Ve();wt.url=(0,Kd.extend)({parse:e=>({content:[{type:"text",content:e[1]}],target:e[1]})},Qd.default.defaultRules.url)});var Pa=J(Mt=>{"use strict";var Xd=Mt&&Mt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(Mt,"__esModule",{value:!0});Mt.em=void 0;var Yd=Ve(),Ia=Xd(ie());Mt.em=(0,Yd.extend)({parse:function(e,t,i){let r=Ia.default.defaultRules.em.parse(e,t,Object.assign({},i,{inEmphasis:!0}));return i.inEmphasis?r.content:r}},Ia.default.defaultRules.em)});var La=J(xt=>{"use strict";var Jd=xt&&xt.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(xt,"__esModule",{value:!0});xt.br=void 0;var Ba=Jd(ie()),eo=Ve();xt.br=(0,eo.extend)({match:Ba.default.anyScopeRegex(/^\n/)},Ba.default.defaultRules.br)});var qa=J(ne=>{"use strict";var to=ne&&ne.__importDefault||function(e){return e&&e.__esModule?e:{default:e}};Object.defineProperty(ne,"__esModule",{value:!0});ne.rulesExtended=ne.rules=ne.SimpleMarkdown=void 0;ne.parse=Na;var Oe=to(ie());ne.SimpleMarkdown=Oe.default;var ro=va(),io=pa(),ao=ga(),so=ba(),oo=za(),lo=ya(),no=wa(),ho=xa(),uo=ka(),co=$a(),fo=Ta(),mo=Ea(),vo=Ca(),po=ja(),go=Sa(),_o=Aa(),bo=Da(),zo=Va(),yo=Oa(),wo=Ra(),Mo=Pa(),xo=La();ne.rules={blockQuote:no.blockQuote,codeBlock:uo.codeBlock,newline:Oe.default.defaultRules.newline,escape:Oe.default.defaultRules.escape,autolink:mo.autolink,url:wo.url,em:Mo.em,strong:Oe.default.defaultRules.strong,underline:Oe.default.defaultRules.u,strikethrough:ho.strikethrough,inlineCode:Oe.default.defaultRules.inlineCode,text:yo.text,emoticon:po.emoticon,br:xo.br,spoiler:_o.spoiler,heading:bo.heading,subtext:zo.subtext,user:go.user,channel:oo.channel,role:fo.role,emoji:co.emoji,everyone:ao.everyone,here:vo.here,twemoji:so.twemoji,timestamp:lo.timestamp,slashCommand:io.slashCommand,guildNavigation:ro.guildNavigation};ne.rulesExtended=Object.assign(Object.assign({},ne.rules),{link:Oe.default.defaultRules.link});var Ho=Oe.default.parserFor(ne.rules),ko=Oe.default.parserFor(ne.rulesExtended);function Na(e,t="normal"){return t==="normal"?Ho(e,{inline:!0}):ko(e,{inline:!0})}ne.default=Na});var Yl=xs(qa());var Ne=class extends Event{constructor(t,i,r,a){super("context-request",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i,this.callback=r,this.subscribe=a??!1}};var Ht=class{constructor(t,i,r,a){if(this.subscribe=!1,this.provided=!1,this.value=void 0,this.t=(l,s)=>{this.unsubscribe&&(this.unsubscribe!==s&&(this.provided=!1,this.unsubscribe()),this.subscribe||this.unsubscribe()),this.value=l,this.host.requestUpdate(),this.provided&&!this.subscribe||(this.provided=!0,this.callback&&this.callback(l,s)),this.unsubscribe=s},this.host=t,i.context!==void 0){let l=i;this.context=l.context,this.callback=l.callback,this.subscribe=l.subscribe??!1}else this.context=i,this.callback=r,this.subscribe=a??!1;this.host.addController(this)}hostConnected(){this.dispatchRequest()}hostDisconnected(){this.unsubscribe&&(this.unsubscribe(),this.unsubscribe=void 0)}dispatchRequest(){this.host.dispatchEvent(new Ne(this.context,this.host,this.t,this.subscribe))}};var wr=class{get value(){return this.o}set value(t){this.setValue(t)}setValue(t,i=!1){let r=i||!Object.is(t,this.o);this.o=t,r&&this.updateObservers()}constructor(t){this.subscriptions=new Map,this.updateObservers=()=>{for(let[i,{disposer:r}]of this.subscriptions)i(this.o,r)},t!==void 0&&(this.value=t)}addCallback(t,i,r){if(!r)return void t(this.value);this.subscriptions.has(t)||this.subscriptions.set(t,{disposer:()=>{this.subscriptions.delete(t)},consumerHost:i});let{disposer:a}=this.subscriptions.get(t);t(this.value,a)}clearCallbacks(){this.subscriptions.clear()}};var pi=class extends Event{constructor(t,i){super("context-provider",{bubbles:!0,composed:!0}),this.context=t,this.contextTarget=i}},kt=class extends wr{constructor(t,i,r){super(i.context!==void 0?i.initialValue:r),this.onContextRequest=a=>{if(a.context!==this.context)return;let l=a.contextTarget??a.composedPath()[0];l!==this.host&&(a.stopPropagation(),this.addCallback(a.callback,l,a.subscribe))},this.onProviderRequest=a=>{if(a.context!==this.context||(a.contextTarget??a.composedPath()[0])===this.host)return;let l=new Set;for(let[s,{consumerHost:n}]of this.subscriptions)l.has(s)||(l.add(s),n.dispatchEvent(new Ne(this.context,n,s,!0)));a.stopPropagation()},this.host=t,i.context!==void 0?this.context=i.context:this.context=i,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener("context-request",this.onContextRequest),this.host.addEventListener("context-provider",this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new pi(this.context,this.host))}};function Wt({context:e}){return(t,i)=>{let r=new WeakMap;if(typeof i=="object")return{get(){return t.get.call(this)},set(a){return r.get(this).setValue(a),t.set.call(this,a)},init(a){return r.set(this,new kt(this,{context:e,initialValue:a})),a}};{t.constructor.addInitializer((s=>{r.set(s,new kt(s,{context:e}))}));let a=Object.getOwnPropertyDescriptor(t,i),l;if(a===void 0){let s=new WeakMap;l={get(){return s.get(this)},set(n){r.get(this).setValue(n),s.set(this,n)},configurable:!0,enumerable:!0}}else{let s=a.set;l={...a,set(n){r.get(this).setValue(n),s?.call(this,n)}}}return void Object.defineProperty(t,i,l)}}}function K({context:e,subscribe:t}){return(i,r)=>{typeof r=="object"?r.addInitializer((function(){new Ht(this,{context:e,callback:a=>{i.set.call(this,a)},subscribe:t})})):i.constructor.addInitializer((a=>{new Ht(a,{context:e,callback:l=>{a[r]=l},subscribe:t})}))}}var Mr=globalThis,xr=Mr.ShadowRoot&&(Mr.ShadyCSS===void 0||Mr.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,gi=Symbol(),Ua=new WeakMap,Gt=class{constructor(t,i,r){if(this._$cssResult$=!0,r!==gi)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=i}get styleSheet(){let t=this.o,i=this.t;if(xr&&t===void 0){let r=i!==void 0&&i.length===1;r&&(t=Ua.get(i)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),r&&Ua.set(i,t))}return t}toString(){return this.cssText}},Fa=e=>new Gt(typeof e=="string"?e:e+"",void 0,gi),N=(e,...t)=>{let i=e.length===1?e[0]:t.reduce((r,a,l)=>r+(s=>{if(s._$cssResult$===!0)return s.cssText;if(typeof s=="number")return s;throw Error("Value passed to 'css' function must be a 'css' function result: "+s+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(a)+e[l+1],e[0]);return new Gt(i,e,gi)},Za=(e,t)=>{if(xr)e.adoptedStyleSheets=t.map(i=>i instanceof CSSStyleSheet?i:i.styleSheet);else for(let i of t){let r=document.createElement("style"),a=Mr.litNonce;a!==void 0&&r.setAttribute("nonce",a),r.textContent=i.cssText,e.appendChild(r)}},_i=xr?e=>e:e=>e instanceof CSSStyleSheet?(t=>{let i="";for(let r of t.cssRules)i+=r.cssText;return Fa(i)})(e):e;var{is:To,defineProperty:Eo,getOwnPropertyDescriptor:Co,getOwnPropertyNames:jo,getOwnPropertySymbols:So,getPrototypeOf:Ao}=Object,Hr=globalThis,Wa=Hr.trustedTypes,Do=Wa?Wa.emptyScript:"",Vo=Hr.reactiveElementPolyfillSupport,Qt=(e,t)=>e,Kt={toAttribute(e,t){switch(t){case Boolean:e=e?Do:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let i=e;switch(t){case Boolean:i=e!==null;break;case Number:i=e===null?null:Number(e);break;case Object:case Array:try{i=JSON.parse(e)}catch{i=null}}return i}},kr=(e,t)=>!To(e,t),Ga={attribute:!0,type:String,converter:Kt,reflect:!1,useDefault:!1,hasChanged:kr};Symbol.metadata??=Symbol("metadata"),Hr.litPropertyMetadata??=new WeakMap;var Re=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,i=Ga){if(i.state&&(i.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((i=Object.create(i)).wrapped=!0),this.elementProperties.set(t,i),!i.noAccessor){let r=Symbol(),a=this.getPropertyDescriptor(t,r,i);a!==void 0&&Eo(this.prototype,t,a)}}static getPropertyDescriptor(t,i,r){let{get:a,set:l}=Co(this.prototype,t)??{get(){return this[i]},set(s){this[i]=s}};return{get:a,set(s){let n=a?.call(this);l?.call(this,s),this.requestUpdate(t,n,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??Ga}static _$Ei(){if(this.hasOwnProperty(Qt("elementProperties")))return;let t=Ao(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(Qt("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Qt("properties"))){let i=this.properties,r=[...jo(i),...So(i)];for(let a of r)this.createProperty(a,i[a])}let t=this[Symbol.metadata];if(t!==null){let i=litPropertyMetadata.get(t);if(i!==void 0)for(let[r,a]of i)this.elementProperties.set(r,a)}this._$Eh=new Map;for(let[i,r]of this.elementProperties){let a=this._$Eu(i,r);a!==void 0&&this._$Eh.set(a,i)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let i=[];if(Array.isArray(t)){let r=new Set(t.flat(1/0).reverse());for(let a of r)i.unshift(_i(a))}else t!==void 0&&i.push(_i(t));return i}static _$Eu(t,i){let r=i.attribute;return r===!1?void 0:typeof r=="string"?r:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,i=this.constructor.elementProperties;for(let r of i.keys())this.hasOwnProperty(r)&&(t.set(r,this[r]),delete this[r]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Za(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,i,r){this._$AK(t,r)}_$ET(t,i){let r=this.constructor.elementProperties.get(t),a=this.constructor._$Eu(t,r);if(a!==void 0&&r.reflect===!0){let l=(r.converter?.toAttribute!==void 0?r.converter:Kt).toAttribute(i,r.type);this._$Em=t,l==null?this.removeAttribute(a):this.setAttribute(a,l),this._$Em=null}}_$AK(t,i){let r=this.constructor,a=r._$Eh.get(t);if(a!==void 0&&this._$Em!==a){let l=r.getPropertyOptions(a),s=typeof l.converter=="function"?{fromAttribute:l.converter}:l.converter?.fromAttribute!==void 0?l.converter:Kt;this._$Em=a;let n=s.fromAttribute(i,l.type);this[a]=n??this._$Ej?.get(a)??n,this._$Em=null}}requestUpdate(t,i,r,a=!1,l){if(t!==void 0){let s=this.constructor;if(a===!1&&(l=this[t]),r??=s.getPropertyOptions(t),!((r.hasChanged??kr)(l,i)||r.useDefault&&r.reflect&&l===this._$Ej?.get(t)&&!this.hasAttribute(s._$Eu(t,r))))return;this.C(t,i,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,i,{useDefault:r,reflect:a,wrapped:l},s){r&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,s??i??this[t]),l!==!0||s!==void 0)||(this._$AL.has(t)||(this.hasUpdated||r||(i=void 0),this._$AL.set(t,i)),a===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(i){Promise.reject(i)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[a,l]of this._$Ep)this[a]=l;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[a,l]of r){let{wrapped:s}=l,n=this[a];s!==!0||this._$AL.has(a)||n===void 0||this.C(a,void 0,l,n)}}let t=!1,i=this._$AL;try{t=this.shouldUpdate(i),t?(this.willUpdate(i),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(i)):this._$EM()}catch(r){throw t=!1,this._$EM(),r}t&&this._$AE(i)}willUpdate(t){}_$AE(t){this._$EO?.forEach(i=>i.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(i=>this._$ET(i,this[i])),this._$EM()}updated(t){}firstUpdated(t){}};Re.elementStyles=[],Re.shadowRootOptions={mode:"open"},Re[Qt("elementProperties")]=new Map,Re[Qt("finalized")]=new Map,Vo?.({ReactiveElement:Re}),(Hr.reactiveElementVersions??=[]).push("2.1.2");var zi=globalThis,Qa=e=>e,$r=zi.trustedTypes,Ka=$r?$r.createPolicy("lit-html",{createHTML:e=>e}):void 0,yi="$lit$",Ie=`lit$${Math.random().toFixed(9).slice(2)}$`,wi="?"+Ie,Oo=`<${wi}>`,We=document,Yt=()=>We.createComment(""),Jt=e=>e===null||typeof e!="object"&&typeof e!="function",Mi=Array.isArray,rs=e=>Mi(e)||typeof e?.[Symbol.iterator]=="function",bi=`[ 	
\f\r]`,Xt=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Xa=/-->/g,Ya=/>/g,Fe=RegExp(`>|${bi}(?:([^\\s"'>=/]+)(${bi}*=${bi}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ja=/'/g,es=/"/g,is=/^(?:script|style|textarea|title)$/i,xi=e=>(t,...i)=>({_$litType$:e,strings:t,values:i}),g=xi(1),C=xi(2),r3=xi(3),je=Symbol.for("lit-noChange"),de=Symbol.for("lit-nothing"),ts=new WeakMap,Ze=We.createTreeWalker(We,129);function as(e,t){if(!Mi(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return Ka!==void 0?Ka.createHTML(t):t}var ss=(e,t)=>{let i=e.length-1,r=[],a,l=t===2?"<svg>":t===3?"<math>":"",s=Xt;for(let n=0;n<i;n++){let m=e[n],c,o,d=-1,_=0;for(;_<m.length&&(s.lastIndex=_,o=s.exec(m),o!==null);)_=s.lastIndex,s===Xt?o[1]==="!--"?s=Xa:o[1]!==void 0?s=Ya:o[2]!==void 0?(is.test(o[2])&&(a=RegExp("</"+o[2],"g")),s=Fe):o[3]!==void 0&&(s=Fe):s===Fe?o[0]===">"?(s=a??Xt,d=-1):o[1]===void 0?d=-2:(d=s.lastIndex-o[2].length,c=o[1],s=o[3]===void 0?Fe:o[3]==='"'?es:Ja):s===es||s===Ja?s=Fe:s===Xa||s===Ya?s=Xt:(s=Fe,a=void 0);let v=s===Fe&&e[n+1].startsWith("/>")?" ":"";l+=s===Xt?m+Oo:d>=0?(r.push(c),m.slice(0,d)+yi+m.slice(d)+Ie+v):m+Ie+(d===-2?n:v)}return[as(e,l+(e[i]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},er=class e{constructor({strings:t,_$litType$:i},r){let a;this.parts=[];let l=0,s=0,n=t.length-1,m=this.parts,[c,o]=ss(t,i);if(this.el=e.createElement(c,r),Ze.currentNode=this.el.content,i===2||i===3){let d=this.el.content.firstChild;d.replaceWith(...d.childNodes)}for(;(a=Ze.nextNode())!==null&&m.length<n;){if(a.nodeType===1){if(a.hasAttributes())for(let d of a.getAttributeNames())if(d.endsWith(yi)){let _=o[s++],v=a.getAttribute(d).split(Ie),p=/([.?@])?(.*)/.exec(_);m.push({type:1,index:l,name:p[2],strings:v,ctor:p[1]==="."?Er:p[1]==="?"?Cr:p[1]==="@"?jr:Qe}),a.removeAttribute(d)}else d.startsWith(Ie)&&(m.push({type:6,index:l}),a.removeAttribute(d));if(is.test(a.tagName)){let d=a.textContent.split(Ie),_=d.length-1;if(_>0){a.textContent=$r?$r.emptyScript:"";for(let v=0;v<_;v++)a.append(d[v],Yt()),Ze.nextNode(),m.push({type:2,index:++l});a.append(d[_],Yt())}}}else if(a.nodeType===8)if(a.data===wi)m.push({type:2,index:l});else{let d=-1;for(;(d=a.data.indexOf(Ie,d+1))!==-1;)m.push({type:7,index:l}),d+=Ie.length-1}l++}}static createElement(t,i){let r=We.createElement("template");return r.innerHTML=t,r}};function Ge(e,t,i=e,r){if(t===je)return t;let a=r!==void 0?i._$Co?.[r]:i._$Cl,l=Jt(t)?void 0:t._$litDirective$;return a?.constructor!==l&&(a?._$AO?.(!1),l===void 0?a=void 0:(a=new l(e),a._$AT(e,i,r)),r!==void 0?(i._$Co??=[])[r]=a:i._$Cl=a),a!==void 0&&(t=Ge(e,a._$AS(e,t.values),a,r)),t}var Tr=class{constructor(t,i){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=i}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:i},parts:r}=this._$AD,a=(t?.creationScope??We).importNode(i,!0);Ze.currentNode=a;let l=Ze.nextNode(),s=0,n=0,m=r[0];for(;m!==void 0;){if(s===m.index){let c;m.type===2?c=new $t(l,l.nextSibling,this,t):m.type===1?c=new m.ctor(l,m.name,m.strings,this,t):m.type===6&&(c=new Sr(l,this,t)),this._$AV.push(c),m=r[++n]}s!==m?.index&&(l=Ze.nextNode(),s++)}return Ze.currentNode=We,a}p(t){let i=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,i),i+=r.strings.length-2):r._$AI(t[i])),i++}},$t=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,i,r,a){this.type=2,this._$AH=de,this._$AN=void 0,this._$AA=t,this._$AB=i,this._$AM=r,this.options=a,this._$Cv=a?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,i=this._$AM;return i!==void 0&&t?.nodeType===11&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,i=this){t=Ge(this,t,i),Jt(t)?t===de||t==null||t===""?(this._$AH!==de&&this._$AR(),this._$AH=de):t!==this._$AH&&t!==je&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):rs(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==de&&Jt(this._$AH)?this._$AA.nextSibling.data=t:this.T(We.createTextNode(t)),this._$AH=t}$(t){let{values:i,_$litType$:r}=t,a=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=er.createElement(as(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===a)this._$AH.p(i);else{let l=new Tr(a,this),s=l.u(this.options);l.p(i),this.T(s),this._$AH=l}}_$AC(t){let i=ts.get(t.strings);return i===void 0&&ts.set(t.strings,i=new er(t)),i}k(t){Mi(this._$AH)||(this._$AH=[],this._$AR());let i=this._$AH,r,a=0;for(let l of t)a===i.length?i.push(r=new e(this.O(Yt()),this.O(Yt()),this,this.options)):r=i[a],r._$AI(l),a++;a<i.length&&(this._$AR(r&&r._$AB.nextSibling,a),i.length=a)}_$AR(t=this._$AA.nextSibling,i){for(this._$AP?.(!1,!0,i);t!==this._$AB;){let r=Qa(t).nextSibling;Qa(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},Qe=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,i,r,a,l){this.type=1,this._$AH=de,this._$AN=void 0,this.element=t,this.name=i,this._$AM=a,this.options=l,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=de}_$AI(t,i=this,r,a){let l=this.strings,s=!1;if(l===void 0)t=Ge(this,t,i,0),s=!Jt(t)||t!==this._$AH&&t!==je,s&&(this._$AH=t);else{let n=t,m,c;for(t=l[0],m=0;m<l.length-1;m++)c=Ge(this,n[r+m],i,m),c===je&&(c=this._$AH[m]),s||=!Jt(c)||c!==this._$AH[m],c===de?t=de:t!==de&&(t+=(c??"")+l[m+1]),this._$AH[m]=c}s&&!a&&this.j(t)}j(t){t===de?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Er=class extends Qe{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===de?void 0:t}},Cr=class extends Qe{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==de)}},jr=class extends Qe{constructor(t,i,r,a,l){super(t,i,r,a,l),this.type=5}_$AI(t,i=this){if((t=Ge(this,t,i,0)??de)===je)return;let r=this._$AH,a=t===de&&r!==de||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,l=t!==de&&(r===de||a);a&&this.element.removeEventListener(this.name,this,r),l&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Sr=class{constructor(t,i,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=i,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){Ge(this,t)}},ds={M:yi,P:Ie,A:wi,C:1,L:ss,R:Tr,D:rs,V:Ge,I:$t,H:Qe,N:Cr,U:jr,B:Er,F:Sr},Ro=zi.litHtmlPolyfillSupport;Ro?.(er,$t),(zi.litHtmlVersions??=[]).push("3.3.3");var os=(e,t,i)=>{let r=i?.renderBefore??t,a=r._$litPart$;if(a===void 0){let l=i?.renderBefore??null;r._$litPart$=a=new $t(t.insertBefore(Yt(),l),l,void 0,i??{})}return a._$AI(e),a};var Hi=globalThis,I=class extends Re{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let i=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=os(i,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return je}};I._$litElement$=!0,I.finalized=!0,Hi.litElementHydrateSupport?.({LitElement:I});var Io=Hi.litElementPolyfillSupport;Io?.({LitElement:I});(Hi.litElementVersions??=[]).push("4.2.2");var L=e=>(t,i)=>{i!==void 0?i.addInitializer(()=>{customElements.define(e,t)}):customElements.define(e,t)};var Po={attribute:!0,type:String,converter:Kt,reflect:!1,hasChanged:kr},Bo=(e=Po,t,i)=>{let{kind:r,metadata:a}=i,l=globalThis.litPropertyMetadata.get(a);if(l===void 0&&globalThis.litPropertyMetadata.set(a,l=new Map),r==="setter"&&((e=Object.create(e)).wrapped=!0),l.set(i.name,e),r==="accessor"){let{name:s}=i;return{set(n){let m=t.get.call(this);t.set.call(this,n),this.requestUpdate(s,m,e,!0,n)},init(n){return n!==void 0&&this.C(s,void 0,e,n),n}}}if(r==="setter"){let{name:s}=i;return function(n){let m=this[s];t.call(this,n),this.requestUpdate(s,m,e,!0,n)}}throw Error("Unsupported decorator location: "+r)};function z(e){return(t,i)=>typeof i=="object"?Bo(e,t,i):((r,a,l)=>{let s=a.hasOwnProperty(l);return a.constructor.createProperty(l,r),s?Object.getOwnPropertyDescriptor(a,l):void 0})(e,t,i)}function B(e,t,i){return e?t(e):i?.(e)}var{I:Z3}=ds;var ls=e=>e.strings===void 0;var Tt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ke=e=>(...t)=>({_$litDirective$:e,values:t}),qe=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,i,r){this._$Ct=t,this._$AM=i,this._$Ci=r}_$AS(t,i){return this.update(t,i)}update(t,i){return this.render(...i)}};var tr=(e,t)=>{let i=e._$AN;if(i===void 0)return!1;for(let r of i)r._$AO?.(t,!1),tr(r,t);return!0},Dr=e=>{let t,i;do{if((t=e._$AM)===void 0)break;i=t._$AN,i.delete(e),e=t}while(i?.size===0)},ns=e=>{for(let t;t=e._$AM;e=t){let i=t._$AN;if(i===void 0)t._$AN=i=new Set;else if(i.has(e))break;i.add(e),qo(t)}};function Lo(e){this._$AN!==void 0?(Dr(this),this._$AM=e,ns(this)):this._$AM=e}function No(e,t=!1,i=0){let r=this._$AH,a=this._$AN;if(a!==void 0&&a.size!==0)if(t)if(Array.isArray(r))for(let l=i;l<r.length;l++)tr(r[l],!1),Dr(r[l]);else r!=null&&(tr(r,!1),Dr(r));else tr(this,e)}var qo=e=>{e.type==Tt.CHILD&&(e._$AP??=No,e._$AQ??=Lo)},Vr=class extends qe{constructor(){super(...arguments),this._$AN=void 0}_$AT(t,i,r){super._$AT(t,i,r),ns(this),this.isConnected=t._$AU}_$AO(t,i=!0){t!==this.isConnected&&(this.isConnected=t,t?this.reconnected?.():this.disconnected?.()),i&&(tr(this,t),Dr(this))}setValue(t){if(ls(this._$Ct))this._$Ct._$AI(t,this);else{let i=[...this._$Ct._$AH];i[this._$Ci]=t,this._$Ct._$AI(i,this,0)}}disconnected(){}reconnected(){}};var ki=class extends Vr{host;element;prevData={};eventData={};render(t){return de}update(t,[i]){this.element!==t.element&&(this.element=t.element),this.host=t.options?.host??this.element,this.apply(i),this.groom(i),this.prevData={...i}}apply(t){if(!t)return;let{prevData:i,element:r}=this;for(let[a,l]of Object.entries(t)){if(l===i[a])continue;let s=a.slice(1);switch(a[0]){case"@":this.eventData[s]=l,this.applyEvent(s,l);break;case".":r[s]=l;break;case"?":l?r.setAttribute(s,""):r.removeAttribute(s);break;default:l===null?r.removeAttribute(a):r.setAttribute(a,String(l));break}}}groom(t){let{prevData:i,element:r}=this;if(i)for(let[a,l]of Object.entries(i)){let s=a.slice(1);if(!t||!(a in t)&&r[s]===l)switch(a[0]){case"@":this.groomEvent(s,l);break;case".":r[s]=void 0;break;case"?":r.removeAttribute(s);break;default:r.removeAttribute(a);break}}}applyEvent(t,i){let{prevData:r,element:a}=this;this.eventData[t]=i,r[t]&&a.removeEventListener(t,this,i),a.addEventListener(t,this,i)}groomEvent(t,i){let{element:r}=this;Reflect.deleteProperty(this.eventData,t),r.removeEventListener(t,this,i)}handleEvent(t){let i=this.eventData[t.type];typeof i=="function"?i.call(this.host,t):i.handleEvent(t)}disconnected(){let{eventData:t,element:i}=this;for(let[r,a]of Object.entries(t)){let l=r.slice(1);i.removeEventListener(l,this,a)}}reconnected(){let{eventData:t,element:i}=this;for(let[r,a]of Object.entries(t)){let l=r.slice(1);i.addEventListener(l,this,a)}}},j=Ke(ki);var Uo=C`
	<path d="M5.688 3.5v.438H5.25v.438h-.438V1.313h-.438V.875h-.436V.438H3.5v6.125h2.625v-.438H5.25v-.438h.438v-.438h.438v-.438h.438V3.5z" fill="#b79cf8"/>
	<path d="M3.063.438v.438h-.438v.438h-.437v3.5h-.875v-.438H.438v1.75h.438v.438h2.625V.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438zm0 1.75h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 5.25H1.75v.438h.438z" fill="#ffa5d3"/>
	<path d="M2.625 5.25h-.437v.438h.438zm-1.75.438H.438v.438h.438zm2.625.438H.875v.438H3.5z" fill="#ff1c90"/>
	<path d="M1.75 5.688h-.437v.438h.438zm-.438-.438H.875v.438h.438zm1.313-.875V3.5h-.437v1.313h.438v1.313h.438v-1.75zm.438-3.5v1.313h-.438v.438h.438v1.313h.438V.875z" fill="#ffa5d3"/>
	<path d="M6.125 3.5h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-3.5.875h-.874v.438h.875zm-.875-.438H.438v.438h.875z" fill="#f0f0f0"/>
	<path d="M.875 5.25v-.875H.438v.875z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M2.625 1.313h-.437v1.313h.438z" fill="#f0f0f0"/>
	<path d="M4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zM2.625 4.814h-.437v.438h.438zm3.938 0h-.438v.438h.438zm-.875.438v.438H5.25v.438h.875v-.875zm.438.875v.438H.875v.438h5.688v-.875zM.875 6.125H.438v.438h.438zM7 3.062H5.687V3.5H7zm-5.687.876H0v.438h1.313z" fill="#000"/>
	<path d="M.438 6.125V3.938H0v2.188zm6.563-1.313V3.5h-.438v1.313zM2.625.875h-.437v.438h.438zm-.875.438v3.063h-.437v.438h.875V1.313zm3.5 2.188V1.313h-.438v3.063h.438v-.438h.438V3.5z" fill="#000"/>
	<path d="M3.938.875H3.5v.875h.438zm.438 1.75V1.75h-.438V3.5h.438v.438h.438V2.625zm.875 1.75h-.438v.438h.438zm-1.313 0H3.5v1.313h.438zm.875 1.313h-.438v.438h.438zm0-.875h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#cdbafa"/>
	<path d="M5.25 6.125v-.438h-.438v.438H3.5v.438h2.625v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
`;function Or(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Uo}
	</svg>`}var Fo=C`
	<path d="M4.375 1.75v-.437h-.437V.438h-.875v.875h-.438v.438h-.437v.438h.438v.438h.438v.438h.875v-.44h.438v-.437h.438V1.75z" fill="#47baff"/>
	<path d="M4.375 5.25v.438h-.437v.875h-.875v-.875h-.438V5.25h-.437v-.438h.438v-.438h.438v-.436h.875v.438h.438v.438h.438v.438z" fill="#ff2c52"/>
	<path d="M3.063 0v.438h.875V0z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h.875v-.438z" fill="#4282d8"/>
	<path d="M3.063.438h-.438v.875h.438zM.438 3.063H0v.875h.438zm.875 0v-.438H.438v.438zm1.313-1.75h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.75h-.437v.438h.438zm.438-.438h-.438v.438h.438zm0 2.625v.438h.875v-.437z" fill="#f0f0f0"/>
	<path d="M3.063 6.125v.438h.875v-.438zm0-.875h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#be0351"/>
	<path d="M3.063 4.375h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 5.688h.438V5.25h-.438zm.438-.438h.438v-.438h-.438zm-.438-.438h.438v-.438h-.438z" fill="#be0351"/>
	<path d="M3.5 1.75h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.188h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#4282d8"/>
	<path d="M5.25 4.375h.438v-.437h.875v-.875h-.875v-.438H5.25v-.437h-.438v.438h-.438v.438h-.436v.875h.438v.438h.438v.438h.438z" fill="#C7C7C7"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#707070"/>
	<path d="M5.25 2.625v-.437h-.438v.438zm-.438.438v-.438h-.438v.438z" fill="#fff"/>
	<path d="M4.813 4.375v-.437h-.438v.438zm-.438-.438V3.5h-.437v.438zm1.313.438v-.437H5.25v.438zm-.438.438v-.438h-.438v.438z" fill="#707070"/>
	<path d="M1.75 4.375h-.437v-.437H.438v-.875h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.875h-.44v.438h-.437v.438H1.75z" fill="#C7C7C7"/>
	<path d="M.438 3.938h.438v-.875H.438z" fill="#fff"/>
	<path d="M2.625 3.938h.438v-.875h-.438z" fill="#707070"/>
	<path d="M2.188 2.625v-.437H1.75v.438zm-.438.438v-.438h-.437v.438zm.438.438v-.438H1.75v.438z" fill="#fff"/>
	<path d="M2.625 4.375v-.437h-.437v.438zm-.438.438v-.438H1.75v.438z" fill="#707070"/>
	<path d="M2.188 1.75H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.439v.438h.438zm.875.438h-.876v.875h.875zm.438.875h-.439v.438h.438zm.438.438h-.438v.438h.438zM1.75 2.188h-.437v.438h.438zm2.188 4.813v-.438h-.875v.438zm-.875-1.313h-.438v.875h.438zM.438 3.938v.438h.875v-.438zm2.188 1.313h-.438v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.437v.438h.438zm2.188-3.063h.438V.438h-.438zm2.625 2.625h.438v-.874h-.438zm0-.875v-.437h-.875v.438zM4.375 1.749h.438v-.436h-.438zm.438.438h.438V1.75h-.438zm-.438.438h.438v-.437h-.438zm-.437.438h.438v-.438h-.438zM2.625 4.376h.438v-.438h-.438zm-.438.438h.438v-.438h-.437z" fill="#000"/>
	<path d="M4.813 2.188h.438V1.75h-.438zm.438.438h.438v-.438h-.438zM3.938 6.564h.438v-.875h-.438zm1.75-2.625v.438h.875v-.439zm-1.313 1.75h.438v-.438h-.438zm.438-.438h.438v-.438h-.438zm.438-.438h.438v-.438h-.438z" fill="#000"/>
`;function Rr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Fo}
	</svg>`}var Zo=C`
	<path d="M6.125 3.063v-.438h-.438v.438H4.374v-.438h-.436V1.313h.438V.875H3.063v1.75h-.438v.438H.438v.875h.438v.438h.438v-.438h1.313v.438h.438v1.313h-.44v.438h.438v.438h.875v-.438h.438v-.438h-.438V4.376h.438v-.438h1.313v.438h.438v-.438h.438v-.875z" fill="#ffb84b"/>
	<path d="M3.938 0h-.875v.438h.875zM2.625.875H1.313v.438h1.313zm-1.312.438H.875v1.313h.438zm1.75 0h-.438v1.313h.438zm1.313 0h-.438v1.313h.438zm1.75 0h-.438v1.313h.438zM5.688.875H4.375v.438h1.313zm-3.063 1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M2.625 1.313h-.437v.438h.438zm-.437.437H1.75v.438h.438zm3.5-.438H5.25v.438h.438zm-.438.438h-.438v.438h.438zm.438 2.625H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-2.625-.438h-.437v.438h.438zm-.438.438H1.75v.438h.438z" fill="#57595f"/>
	<path d="M4.375.438h-.437v.438h.438zM.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M2.188 1.75v.438h-.875v.438h1.313V1.75zm3.063 0v.438h-.875v.438h1.313V1.75zM2.188 4.813v.438h-.875v.438h1.313v-.875zm3.063 0v.438h-.875v.438h1.313v-.875z" fill="#35363a"/>
	<path d="M.875 3.938H.438v.438h.438zm0-1.313H.438v.438h.438zM7 3.063h-.438v.875H7z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438z" fill="#ba3500"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M6.563 2.625h-.438v.438h.438zm0 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125 3.938h-.438v.438h.438zm-3.062 0h-.438v.438h.438zm-1.75 0H.875v.438h.438zm3.063 0h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.938 6.563h-.875v.438h.875zm-1.313-.875H1.313v.438h1.313zM1.312 4.375H.875v1.313h.438zm1.75 0h-.437v1.313h.438zm1.313 0h-.437v1.313h.438zm1.75 0h-.438v1.313h.438zm-.438 1.313H4.374v.438h1.313zm-3.062-1.75H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M2.625 3.5H1.313v.438h1.313zm3.063 0H4.375v.438h1.313z" fill="#ba3500"/>
	<path d="M3.063 6.125h-.438v.438h.438zm1.313 0h-.438v.438h.438z" fill="#000"/>
	<path d="M3.938 6.125h-.875v.438h.875z" fill="#ba3500"/>
	<path d="M3.938.438h-.875v.438h.875zm-.875.437h-.438v.438h.438V.438Z" fill="#f0f0f0"/>
	<path d="M4.375 5.688h-.437v.438h.438z" fill="#ba3500"/>
	<path d="M2.188 1.313h-.875v.875h.438V1.75h.438zm3.063 0h-.875v.875h.438V1.75h.438zM2.188 4.376h-.875v.875h.438v-.438h.438zm3.063 0h-.875v.875h.438v-.438h.438z" fill="#d8d8d8"/>
	<path d="M3.938 2.188V1.75H3.5V.875h-.437v1.313zm0 .438H3.5v.438h-.437v.438h-.438v.438h.438v.875h.438v1.313h.438v-1.75H3.5V3.5h.875v-.437h-.437zm2.188.438h-.438v.438h.438zm-3.063-.439h-.438v.438h.438zm-1.75.438H.875v.438h.438zm.875 0H1.75v.438h.438z" fill="#fd6214"/>
`;function Ir(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Zo}
	</svg>`}var Wo=C`
	<path d="M5.688 2.625V1.75H5.25V.438h-.438v.438h-.438v.438h-.436v.438H3.5v.438H1.313v.438H.875v.875H.438v1.75h.438v.438h.438v.438h.438v.438h3.5v-.438h.438v-.438h.438V2.625z" fill="#fd6214"/>
	<path d="M0 3.5v1.75h.438V3.5zm6.563.438v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#000"/>
	<path d="M6.125 3.938v1.313h.438V3.938zm-.438-1.313v1.313h.438V2.625zm-.438-.875v.875h.438V1.75z" fill="#ba3500"/>
	<path d="M.438 2.625V3.5h.438v-.875zm2.625-1.313h-.438v.438h.438zm.875 0H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-2.625.438v.438h.438v-.438zM.437 5.251v.438h.438v-.438zm.438.438v.438h.438v-.438zm.438.438v.438h.438v-.438zm4.813-.875v.438h.438v-.438zm-.438.438v.438h.438V5.69zm-.438.438v.438h.438v-.438zm-3.5.438v.438h3.5v-.438zM1.313 1.75v.438h.438V1.75zm.438-.438v.438h.438v-.437zm.438-.438v.438h.438V.875zm1.75 0v.438h.438V.875zm.438-.438v.438h.438V.438zm.438-.438v.438h.438V0z" fill="#000"/>
	<path d="M4.813.438v.438h.438V.438zm-.438.438v.438h.438V.875zm-.437.437v.438h.438v-.438zM3.5 1.75v.438h.438V1.75zm-1.312-.437v.438h.438v-.438zm-.438.437v.438h.438V1.75zm.875 0v.438h.438V1.75z" fill="#f0f0f0"/>
	<path d="M2.188 1.75v.438h.438V1.75z" fill="#fd6214"/>
	<path opacity=".5" d="M4.813 1.75v.438h.438V1.75zm.438 2.188V3.5h-.438v-.875h-.438v.438h-.437v.438H2.625v-.438h-.437v.875h-.875v.875h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.875z" fill="#fff"/>
	<path d="M1.313 2.188v.438h.438v-.438zm-.438.437V3.5h.438v-.875zm.875.875v.438h.438V3.5z" fill="#f0f0f0"/>
	<path d="M.875 5.25v.438h.438V5.25zm.438.438v.438h.438v-.438zm3.938 0v.438h.438v-.438zm.438-.438v.438h.438V5.25zm-3.938.875v.438h3.5v-.438z" fill="#ba3500"/>
	<path d="M.438 3.5v.875h.438V3.5zm4.375.875h-.438v-.437h-1.75v.438h-.437v.875h.438v.438h1.75v-.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.438v1.313h.438V.438z" fill="#000"/>
`;function Pr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Wo}
	</svg>`}var Go=C`
	<path d="M6.563.875h-.438V.438H4.812v1.313h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437V.438H.875v.438H.438v1.75h.438v.438h.875v.438h.438v.875h.438v.438h.438v.438h.875v-.438h.438v-.438h.438V3.5h.438v-.437h.875v-.438h.438z" fill="#ff7fc0"/>
	<path d="M3.938 0h-.875v.438h.875zm-1.75 0H.875v.438h1.313zm3.938 0H4.813v.438h1.313zm.438.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM4.377.438h-.439v.438h.438v.875h.438V.438zm-2.189 0v1.313h.438V.875h.438V.438zm-1.313 0H.438v.438h.438zM.438.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm.875.438H.875v.438h.875zm4.375 0h-.875v.438h.875zm.438-.438h-.438v.438h.438zM5.251 3.938V3.5h-.438v.875h1.75v-.437zM1.75 3.5v.438H.438v.438h1.75V3.5zm-1.313.875H0v1.75h.438zm.438 1.75H.438v.438h.438zm5.25.438H.875v.438h5.25zm.438-.438h-.438v.438h.438zm.438-1.75h-.438v1.75h.438zm-4.376 0h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-.875.875h-.876v.438h.875z" fill="#000"/>
	<path d="M4.813 4.375v.438h-.438v.438h-.437v.438h-.875v-.438h-.438v-.438h-.437v-.438H.438v1.75h.438v.438h5.25v-.438h.438v-1.75z" fill="#6be473"/>
	<path d="M1.75 5.25h-.437v.438h.438zm-.438-.438H.875v.438h.438zM5.25 6.125v-.438h-.438v.438h-.874v-.438h-.875v.438h-.875v-.438H1.75v.438H.875v.438h5.25v-.438zm.438-.875H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438.875h-.438v.438h.438z" fill="#008456"/>
	<path d="M2.625 3.938h-.437v.438h.438zm.438.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.875h-.438v.438h.438zm.875-.438h-.438v.438h.438zm.438-.875h-.438v.875h.438zM3.94 4.813h-.877v.438h.875z" fill="#ff1c90"/>
	<path d="M4.375 5.25h-.437v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-4.813.001v.875h.438v-.438h1.313v-.438zm.438-3.5H.438v.875h.438zM2.189.437H.875v.438h1.313zm.875.438h-.439v.438h.438zm.875-.438h-.876v.438h.875zm1.313 0h-.438v.875h.438V.875h.875V.438z" fill="#f0f0f0"/>
`;function Br(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Go}
	</svg>`}var Qo=C`
	<path d="M3.063.875v.438h.875V.875zm.875-.438v.438h1.75V.438zm1.75.438v.438h.438V.875zm.438.438v.438h.438v-.438zm.438.438v2.188h.438V1.75zm-.438 2.188v.875h.438v-.876zm-.438.875v.438h.438v-.438zm-.875.438v.438h.875v-.438zm-.875.438v.438h.875V5.69zm-.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M6.563 1.75h-.438v-.437h-.438V.875H3.938v.438h-.875V.875h-1.75v.438H.875v.438H.438v2.188h.438v.875h.438v.438h.875v.438h.875v.438h.875V5.69h.875v-.438h.875v-.438h.438v-.876h.438z" fill="#ff7fc0"/>
	<path d="M6.563 1.75h-.438v2.188h.438zm-.438 2.188h-.438v.875h.438zm-4.812 0H.875v.875h.438zm4.375.875h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#ff1b90"/>
	<path d="M1.313.438v.438h1.75V.438zM.875.875v.438h.438V.875zm-.437.438v.438h.438v-.438zM0 1.75v2.188h.438V1.75zm.438 2.188v.875h.438v-.875zm.438.875v.438h.438v-.438zm.438.438v.438h.875v-.438zm.875.438v.438h.875v-.438z" fill="#000"/>
	<path d="M1.313.875v.438h1.75V.875zm2.625 0v.438h1.75V.875zm-.875.438v.438h.875v-.438z" fill="#f0f0f0"/>
	<path opacity=".6" d="M4.813 2.625v-.437h-.875v.438h-.875v-.438h-.875v.438H1.75v1.313h.438v.438h.879v.438h.875v-.438h.871v-.439h.438V2.625z" fill="#fff"/>
	<path d="M5.688 1.313v.438h.438v-.438zm-4.813 0v.438h.438v-.438zm.438.438v.438h.438V1.75zM.438 1.75v.875h.438V1.75z" fill="#f0f0f0"/>
`;function Lr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Qo}
	</svg>`}var Ko=C`
	<path d="M6.125 2.625v.438H4.812v-.438h-.438v-.437h-.436V.875h.438V.438H.438v.438h.875v.438h.438v.438h.875v.875h-.438v.438H1.75v.875h-.437v.875H.875v.875H.438v.875h1.313v-.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.438v.438h.438v.438h.438v.438h.438V2.625z" fill="#ffe361"/>
	<path d="M6.125 0H4.812v.438h1.313zM1.75 6.563H.438v.438h1.313zm.875-.438H1.75v.438h.875zM1.313.875H.438v.438h.875zm.438.875v.438h.438v.438h.438V1.75zm0 1.313h-.438v.875h.438zm-.438.875H.875v.875h.438zm-.438.875H.438v.875h.438zm-.438.875H0v.875h.438zm3.938-.875H3.5v.438h.875zm0-4.813H.438v.438h3.938z" fill="#000"/>
	<path d="M4.375.438H.438v.438h3.938z" fill="#f0f0f0"/>
	<path d="M6.125 2.625H4.812v.438h1.313zM4.812.437h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.875h.438zM6.126.437H4.813v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H4.812v.438h1.313z" fill="#ba3500"/>
	<path d="M.438.438H0v.438h.438zm1.313.875h-.438v.438h.438zm.438 1.313H1.75v.438h.438zM6.564.438h-.438v.438h.438zm.438.438h-.438v1.313h.438z" fill="#000"/>
	<path d="M6.563.875h-.438v1.313h.438z" fill="#ba3500"/>
	<path d="M7 2.625h-.438V5.25H7z" fill="#000"/>
	<path d="M6.563 2.625h-.438V5.25h.438z" fill="#ffb84b"/>
	<path d="M6.563 2.188h-.438v.438h.438zM4.375.875h-.437v1.313h.438zm.438 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 1.75h-.438v.438h.438z" fill="#ba3500"/>
	<path d="M3.063 5.688h-.438v.438h.438z" fill="#000"/>
	<path d="M4.375 3.063v.438h-.437v.438H3.5v.438h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.875v-.438h.438V3.063zM1.75 6.126h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M3.5 5.25h-.437v.438h.438z" fill="#000"/>
	<path d="M2.188 3.063H1.75v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.188h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M2.625 3.5h-.437v.438h.438zm-.875.438h-.437v.438h.438zm-.438.875H.875v.438h.438zm-.438.875H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438z" fill="#000"/>
	<path d="M6.125.875H4.812v1.313h1.313z" fill="#fd6214"/>
`;function Nr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ko}
	</svg>`}var Xo=C`
	<path d="M6.563 0.876V0.437H3.937v0.437H1.313v2.187H0.437v2.187h5.25v-2.186h0.876z" fill="#bcef42"/>
	<path d="M4.813 5.687v-0.437H2.187v0.437z" fill="#7fb134"/>
	<path d="M6.563 0.876V0.437H3.937v0.437zm-2.626 0.437V0.876H2.187v0.437z" fill="#fff"/>
	<path d="M1.313 4.813v0.437h0.876v-0.437zm4.376 -0.437h-0.437v0.876h0.437zm0.876 -2.187h-0.437v0.876h0.437zm-0.437 0.876h-0.437v1.313h0.437z" fill="#7fb134"/>
	<path d="M7 0.437h-0.437v2.626H7z" fill="#000"/>
	<path d="M1.313 3.937H0.876v2.626h0.437z" fill="#4a8359"/>
	<path d="M6.563 0H3.937v0.437h2.626zM4.813 5.687H2.187v0.437h2.626zM3.937 0.437H2.187v0.437h1.75zM2.187 0.876h-0.874v0.437h0.876zm-0.874 0.437H0.876v0.876h0.437zM0.437 3.063H0v2.187h0.437v1.313h0.437V5.25H0.437zh0.437v-0.876H0.437zm5.25 2.187h-0.876v0.437h0.876zm0.437 -0.876h-0.437v0.876h0.437zh0.437V3.063h-0.437zM1.75 5.687h0.437v-0.437h-0.874v1.313h0.437zm-0.437 0.876H0.876V7h0.437z" fill="#000"/>
	<path d="M0.876 3.063h0.437v-0.876H0.876zm-0.438 0.874h0.437v-0.874H0.437zm1.75 -2.626h-0.874v0.876h0.437v-0.437h0.437z" fill="#fff"/>
	<path d="M1.75 3.5h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.437h-0.876zm0.876 -0.437h0.876v-0.438H3.5zm0.876 -0.437h0.437v-0.438h-0.437zm0.437 -0.437h0.437v-0.438H4.814z" fill="#4a8359"/>
	<path d="M2.187 1.75v0.437h0.437v-0.437z" fill="#fff"/>
	<path d="M1.313 3.5v0.437h0.437V3.5z" fill="#4a8359"/>
`;function qr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Xo}
	</svg>`}var Yo=C`
	<path d="M2.188 2.625H1.75v.438H.875v.875H3.5v.875h-.437v.438h-.438v.438h-.437v.438H1.75v.438h.875v-.438h.438v-.438h.438v-.438h.438v-.438h.875v-.438h.438v-.437h.875v-.875H3.063v-.438h.438v-.437h.438V1.75h.438v-.437H3.5v.438h-.437v.438h-.875z" fill="#ffe361"/>
	<path d="M.438 3.063H0v.875h.438z" fill="#000"/>
	<path d="M.875 3.063H.438v.875h.438z" fill="#f0f0f0"/>
	<path d="M7 3.063h-.438v.875H7zm-5.687-.438H.438v.438h.875zm1.313-.875H1.75v.438h.875zm-.876.438h-.437v.438h.438z" fill="#000"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.438-.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm.438-.875h-.439v.438h.438zm.438-.438h-.439v.438h.438zm0 3.063h-.439v.438h.438zm-.438.438h-.439v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438H1.75v.438h.438zm-.438.438h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M5.25.875h-.438v.438h.438zm.438 3.063H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.875.438h-.437v.438h.438zm-.438.438H3.5v.438h.438zm2.625-1.75h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M6.563 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.813 1.313h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zm-.438.437h-.437v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938.875h-.875v.438h.875zm-.875.438h-.438v.438h.438zM5.688 0H4.375v.438h1.313z" fill="#000"/>
	<path d="M5.688.438H4.375v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.563 2.625H3.5v.438h3.063zM4.375.437h-.437v.438h.438zm1.75 0h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.435v.438h.438zm2.188 1.75h-.875v.438h.875zm-1.313.875h-.875v.438h.875zm.438-.438h-.438v.438h.438zm-1.75 1.313h-.873v.438h.875zm.438-.438h-.436v.438h.438zm-1.75 1.313H1.313v.438h1.313zm.875-2.625H.438v.438h3.063zm-.438 2.188h-.436v.438h.438zm-1.75 0H.875v.438h.438zm.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.438-.438h-.437v.438h.438zm.438-.438h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813.875h-.438v.438h.438z" fill="#ffe361"/>
`;function Ur(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Yo}
	</svg>`}var Jo=C`
	<path d="M6.125 1.75v-.437H5.25V.438H3.5v.438h-.437v.438h-.438V.875H1.313v.438H.875v1.75H.438v1.313h.438v-.438h.438V3.5h2.188v-.875h.438v-.437h2.188v.438h.438V1.75z" fill="#b79cf8"/>
	<path d="M3.938 2.625v.438H3.5v.875h.438v.875h.875v.438h1.313v-.438h.438V2.625z" fill="#9af4dc"/>
	<path d="M1.75 4.375v1.75h.438v.438h1.313v-.438h.438v-1.75z" fill="#9af4dc"/>
	<path d="M3.5 6.125H2.188v.438h1.313zm2.625-1.313H4.812v.438h1.313zm.438-.438h-.438v.438h.438zM3.938 5.687H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.938 3.063H3.5v.438h.438zm.875.438h-.438v.438h.438zm1.313-.875H3.938v.438h2.188z" fill="#f0f0f0"/>
	<path d="M3.5.438h-.437v.438h.438zm3.063.875h-.438v.438h.438zm-.438 2.188h-.438v.875h.438zm-2.187-.876H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.188H3.5v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938H.875v.438h.438zm1.75 1.75h-.438v.438h.438zm-.438-.438h-.437v.438h.438z" fill="#000"/>
	<path d="M2.625 5.25h-.437v.438h.438zm3.063-.875H5.25v.438h.438zm-.438-.438h-.438v.438h.438zM2.187 6.125H1.75v.438h.438zm1.75 0H3.5v.438h.438zM.874 4.375H.438v.438h.438zm.438 1.75H.875v.438h.438zm-.438.438H.438v.438h.438zM6.563 1.75v.875h-.438v.438h.438v1.75h.438V1.75zM5.688.875V.438H5.25v.875h.875V.875zM2.625.438H1.313v.438h1.313zm3.063 2.625H4.375v.438h1.313zM3.063 4.376H1.75v.438h1.313zm.438 2.188H2.188v.438h1.313zM3.063.875h-.438v.438h.438zm-1.75 0H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.875H1.313v.438h1.313zm.438.438h-.438v.438h.438zm-1.313.875h-.437v.438h.438zm-.875.875H.438v.438h.438zm.438-1.75H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 5.25H4.812v.438h1.313zm-1.75-.438V3.5h-.437v.438H3.5v.438h.438v1.75h.438v-.875h.438v-.438zm2.188 0h-.438v.438h.438zM.875 1.313H.438v1.75h.438zm-.437 1.75H0v1.313h.438zm1.313 1.75h-.438v1.313h.438zm1.75 0h-.438v.875h.438zm-3.063 0H0v1.75h.438zM5.25 0H3.5v.438h1.75z" fill="#000"/>
	<path d="M3.5.875h-.437v.438h.438zM5.25.437H3.5v.438h1.75z" fill="#f0f0f0"/>
	<path d="M6.125 2.188H3.938v.438h2.188z" fill="#000"/>
	<path d="M6.125 1.75v-.437h-.438v.438H3.938v.438h2.188v.438h.438V1.75z" fill="#816bee"/>
	<path d="M2.188 4.813H1.75v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063 2.625v.438h-1.75v.438h2.188v-.876z" fill="#816bee"/>
	<path d="M3.063 3.063v.438h-1.75v.438h2.188v-.876z" fill="#000"/>
	<path d="M1.313 3.5H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#816bee"/>
	<path d="M1.313 3.938v.438H.875v.438H.438v1.75h.438v-.438h.438V4.813h.438v-.438h1.75v-.437z" fill="#9af4dc"/>
	<path d="M1.313 4.375H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#6c9ca6"/>
	<path d="M3.5 3.938H1.313v.438h2.188z" fill="#f0f0f0"/>
`;function Fr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Jo}
	</svg>`}var el=C`
	<path d="M6.125 2.188v-.875h-.438V.875h-.438V.438h-.875v.438h.438v.438h.438v1.75h-.438v.438h-.438v.438H2.625V3.5h-.437v-.437H1.75v-1.75h.438V.875h.438V.438H1.75v.438h-.437v.438H.875v.875H.438v2.625h.438v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h.438V2.188z" fill="#b79cf8"/>
	<path d="M2.625 0H1.75v.438h.875zM.875 1.313H.438v.875h.438zm1.313 0H1.75v1.75h.438zm2.188 2.188H2.625v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M.438 2.188H0v2.625h.438zm4.375 4.375H2.188v.438h2.625z" fill="#000"/>
	<path d="M.875 4.375H.438v.438h.438zm4.813.875h-.875v.438H2.188V5.25h-.875v-.438H.875v.875h.438v.438h.875v.438h2.625v-.438h.875v-.438h.438v-.875h-.438zm.875-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#000"/>
	<path d="M2.625.438H1.75v.438h.875zM1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm-.438.875H.438v.438h.438zm.438.438H.875v.438h.438zm.875.438H1.75v.438h.438zm.438.438h-.438v.438h.438zm2.625-.438h-.438v.438h.438zM4.813.439h-.438v.438h.438zm0 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.063.438h-.438v.438h.438zm-.438.437h-.437v.438h.438zm0 2.188h-.437v.438h.438zm-1.75 1.75H.438v.875h.438zm.438.875H.875v.438h.438zM5.251 0h-.875v.438h.875zm.438 6.125h-.875v.438h.875zm-3.5 0h-.876v.438h.875zm4.374-4.812h-.438v.875h.438zm-1.313 0h-.438v1.75h.438zM7 2.188h-.438v2.625H7zM5.687.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM4.375.438h-.437v.438h.438zm.438.438h-.438v.438h.438zm0 2.188h-.438v.438h.438zm1.75 1.75h-.438v.875h.438zm-.438.875h-.438v.438h.438z" fill="#000"/>
	<path d="M2.188.875H1.75v.438h.438z" fill="#b79cf8"/>
`;function Zr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${el}
	</svg>`}var tl=C`
	<path d="M4.813 5.25v-.875h-.438v-.437h-1.75v.438h-.437v.875H1.75v1.313h3.5V5.251z" fill="#ffe361"/>
	<path d="M6.125 1.313V.875H5.25V.438h-3.5v.438H.875v.438H.438v2.625h.438v.438h.875v-.439h3.5v.438h.875v-.438h.438V1.313z" fill="#ff2c52"/>
	<path d="M5.25 0h-3.5v.438h3.5z" fill="#000"/>
	<path d="M5.25.438h-3.5v.438h3.5zm-3.5.437H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#fff"/>
	<path d="M5.25 6.563h-3.5v.438h3.5zM.438 1.313H0v2.625h.438zM1.751.438H.875v.438h.875z" fill="#000"/>
	<path d="M.875 3.063v-1.75H.438v2.625h.875v-.875z" fill="#fff"/>
	<path d="M6.563 1.313h-.438v2.625h.438z" fill="#be0351"/>
	<path d="M6.563 2.625h-.875V3.5h.875zM5.25.875h-.875v.875h.875z" fill="#fff"/>
	<path opacity=".5" d="M6.563 2.625h-.438V3.5h.438z" fill="#be0351"/>
	<path d="M4.375 3.063h-1.75v.438h1.75zm.875.438h-.875v.438h.875zM2.625 3.5H1.75v.438h.875z" fill="#be0351"/>
	<path d="M2.625 4.375h-.437v.875h.438z" fill="#fff"/>
	<path d="M4.813 4.375h-.438v.875h.438zm0 .875v.875H1.75v.438h3.5V5.25z" fill="#ffb84b"/>
	<path d="M2.188 5.25H1.75v.875h.438z" fill="#fff"/>
	<path d="M1.75 3.938H.875v.438h.875zm4.375 0H5.25v.438h.875z" fill="#be0351"/>
	<path d="M3.5 2.625h-.875V3.5H3.5z" fill="#fff"/>
	<path opacity=".5" d="M3.5 3.063h-.875v.438H3.5z" fill="#be0351"/>
	<path d="M4.375 3.5h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 3.938h-1.75v.438h1.75z" fill="#fff"/>
	<path d="M.875.875H.438v.438h.438z" fill="#000"/>
	<path d="M2.188 1.313H1.75v.438h.438z" fill="#fff"/>
	<path d="M1.75 5.25h-.437v1.313h.438zm.438-.875h.438v-.437H1.75v.438H.875v.438h.875v.438h.438zM.875 3.938H.438v.438h.438zM7 1.313h-.438v2.625H7zM6.125.438H5.25v.438h.875zm.438.438h-.438v.438h.438zm-.438 3.5H5.25v-.438h-.875v.438h.438v.875h.438v1.313h.438V5.251h-.438v-.438h.875zh.438v-.438h-.438z" fill="#000"/>
`;function Wr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${tl}
	</svg>`}var rl=C`
	<path d="M6.125 3.063v-.438H5.25v-.437h-.438V1.75h-.438V.875h-.436V.438h-.875v.438h-.438v.875h-.437v.438H1.75v.438H.875v.438H.438v.875h.438v.438h.875v.438h.438v.438h.438v.875h.438v.438h.875v-.438h.438v-.875h.438v-.438h.438v-.438h.875v-.44h.438v-.875z" fill="#47baff"/>
	<path d="M4.813 3.063h-.875v-.438h-.875v.438h-.875v.875h.875v.438h.875v-.438h.875z" fill="#b5e3ff"/>
	<path d="M1.313 0H.438v.438h.875zm.875.438h-.875v.438h.875zm-.438 1.75H.875v.438h.875zM.438.438H0v.875h.438z" fill="#000"/>
	<path d="M1.313.438H.438v.875h.438V.875h.438z" fill="#f0f0f0"/>
	<path d="M.438 3.063H0v.875h.438zM7.001.438h-.438v.875h.438zm-.438.875h-.438v.875h.438zm-5.688 0H.438v.875h.438zm1.75-.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zM3.063.438h-.438v.438h.438z" fill="#000"/>
	<path d="M3.063.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm-1.313.875H1.75v.438h.438zm-.875.437H.875v.438h.438zm-.438.438H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.313 6.563v-.438h.875V5.25H1.75v-.438H.875v.875H.438v.875z" fill="#b79cf8"/>
	<path d="M.875 5.688H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.75H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188.875H.875v1.313h.875V1.75h.438zm3.938 1.313V.875H4.813v.875h.438v.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.875h.438zm-.438.875h-.437v.438h.438zm4.375-.438h-.438v.875h.438zm.438-.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M5.688 6.563v-.438h-.875V5.25h.438v-.438h.875v.875h.438v.875z" fill="#b79cf8"/>
	<path d="M6.563 5.688h-.438v.438h.438zm-.438-.875h-.438v.438h.438z" fill="#816bee"/>
	<path d="M.875 2.625H.438v.438h.438zM7 3.063h-.438v.875H7zm-.438-.438h-.438v.438h.438zM4.374.437h-.436v.438h.438zm.875 1.313h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875zm0 2.625h-.875v.875h.875zM6.563.438h-.875v.438h.875zm-.875.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 2.188h-.875v.438h.875zm0 2.188h-.875v.438h.875zM6.563.001h-.875v.438h.875zm-.875.438h-.875v.438h.875zm.438 1.75h-.875v.438h.875zM1.313 6.563H.438v.438h.875zm.875-.438h-.875v.438h.875zm-.438-1.75H.875v.438h.875zM.437 5.688H0v.875h.438zm6.563 0h-.438v.875H7zm-.438-.875h-.438v.875h.438zm-5.687 0H.438v.875h.438zm1.75.438h-.437v.875h.438zm2.188 0h-.438v.875h.438zm-1.75.875h-.438v.438h.438zm-.875-1.313H1.75v.438h.438z" fill="#000"/>
	<path d="M2.188 5.25H1.75v.875h.438zm-.438-.438h-.437v.438h.438z" fill="#816bee"/>
	<path d="M.875 3.938H.438v.438h.438zm1.313-.875H1.75v.875h.438zm.875-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm2.188-.875h-.438v.875h.438zm-.438-.438h-.875v.438h.875zm0 1.313h-.875v.438h.875zm1.75 0h-.438v.438h.438z" fill="#000"/>
	<path d="M6.563 3.063h-.438v.875h.438zm-.438-.438h-.438v.438h.438zm0 1.313h-.438v.438h.438zm-.875 0h-.438v.438h.438zm-1.313.875h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm.875 1.75h-.874v.438h.875zm.438-.438h-.437v.438h.438zm-1.313 0h-.437v.438h.438zm-.874-1.749H1.75v.438h.438zM.875 3.5H.438v.438h.438zm.438.438H.875v.438h.438z" fill="#4282d8"/>
	<path d="M4.375 6.125h-.437v.438h.438zm.875-1.313h-.438v.438h.438zm-1.313 1.75h-.874V7h.875zm2.625 0h-.875V7h.875zm-.875-.438h-.875v.438h.875zm.438-1.75H5.25v.438h.875z" fill="#000"/>
`;function Gr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${rl}
	</svg>`}var il=C`
	<path d="M3.938.438h-.875v1.75h.875zm.875 2.625v-.438h-.438v-.437h-1.75v.438h-.437v.438H.438v.875h1.75v.438h.438v.438h.438v1.75h.875v-1.75h.438v-.438h.438v-.439h1.75v-.875z" fill="#bcef42"/>
	<path d="M1.75 0h-.437v.438h.438zm.875 2.188h-.437v.438h.438zm2.188 0h-.438v.438h.438zM5.688 0H5.25v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zm.438.438h-.438v.438h.438zM3.938 0h-.875v.438h.875z" fill="#000"/>
	<path d="M3.938.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 1.313h-.875v.438h.875zm0 .438h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 5.25h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M3.938 6.125h-.875v.438h.875zm0-1.313h-.875v.438h.875z" fill="#7fb134"/>
	<path d="M3.938 2.625h-.875v.438h.875zm0 1.313h-.875v.438h.875zm.438-.875h-.438v.875h.438z" fill="#000"/>
	<path d="M5.25 3.063h-.438v.875h.438z" fill="#7fb134"/>
	<path d="M3.063 3.063h-.438v.875h.438z" fill="#000"/>
	<path d="M2.625 2.625h-.437V3.5h.438z" fill="#f0f0f0"/>
	<path d="M1.313.438H.875v.438h.438z" fill="#000"/>
	<path d="M1.313.438v.438H.875v.438H.438v.438h1.313V.438z" fill="#6be473"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 1.313H.438v.438h1.313z" fill="#008456"/>
	<path d="M5.25 5.25v1.313h.438v-.438h.438v-.438h.438v-.438zm-4.812 0v.438h.438v.438h.438v.438h.438V5.251z" fill="#6be473"/>
	<path d="M1.75 5.25H.438v.438h1.313z" fill="#f0f0f0"/>
	<path d="M1.313 5.688v.875h.438v-.875z" fill="#008456"/>
	<path d="M6.125 1.313V.875h-.438V.438h-.438v1.313h1.313v-.438z" fill="#6be473"/>
	<path d="M5.688.438H5.25v.438h.438zm0 2.625H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.563 3.5H5.25v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 1.313H5.25v.438h1.313z" fill="#008456"/>
	<path d="M.875.875H.438v.438h.438zM3.063.437h-.438v1.75h.438zm1.313 0h-.438v1.75h.438zm2.625 2.625h-.438v.875h.438zm-.438-.438h-1.75v.438h1.75zm0 1.313h-1.75v.438h1.75zM.438 3.063H0v.875h.438zm1.75-.438H.438v.438h1.75z" fill="#000"/>
	<path d="M1.75 3.063H.438v.875h.438V3.5h.875z" fill="#f0f0f0"/>
	<path d="M2.188 3.938H.438v.438h1.75zM.438 1.313H0v.438h.438zm1.313 5.25h-.438v.438h.438zm.875-2.188h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75 3.5h-.437v.438h.438zm.438-.438H1.75v.875h.438z" fill="#7fb134"/>
	<path d="M2.188 3.063H1.75v.875h.438z" fill="#3f581a"/>
	<path d="M4.375 4.375h-1.75v.438h1.75z" fill="#7fb134"/>
	<path d="M4.375 2.188h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M4.813 4.375h-.438v.438h.438z" fill="#000"/>
	<path d="M4.813 3.938h-.438v.438h.438z" fill="#7fb134"/>
	<path d="M5.688 6.563H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438zM3.939 6.562h-.876V7h.875zm-2.625-.438H.875v.438h.438zm-.438-.438H.438v.438h.438zm2.188-.875h-.439v1.75h.438zm1.313 0h-.439v1.75h.438zM1.75 1.75H.438v.438h1.75V.438H1.75zm3.5 0V.438h-.438v1.75h1.75V1.75z" fill="#000"/>
	<path d="M.438 4.813v.438h1.313v1.313h.438v-1.75zm4.375 0v1.75h.438V5.25h1.313v-.438zM.438 5.25H0v.438h.438z" fill="#000"/>
	<path d="M5.688 6.125H5.25v.438h.438zm.438-.438h-.438v.438h.438zm.438-.438h-.438v.438h.438z" fill="#008456"/>
	<path d="M5.688 5.25H5.25v.438h.438z" fill="#f0f0f0"/>
	<path d="M3.938 3.063h-.875v.875h.875z" fill="#7fb134"/>
	<path d="M3.938 1.75h-.875v.438h.875zm0 3.063h-.875v.438h.875zm1.313-1.75h-.438v.875h.438z" fill="#3f581a"/>
`;function Qr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${il}
	</svg>`}var al=C`
	<path d="M4.813 4.375h.438v-.437h1.313V3.5H5.251v-.437h-.438V1.75h.875v-.437H4.375v.438H3.063v-.438h-.438V.875H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v-.875h1.75v.438h-.439v.438h.438v.438h.875v-.438h1.313v-.438h-.875z" fill="#54cfff"/>
	<path d="M3.938 4.813H3.5v.438h.438zm1.75.438H5.25v.438h.438zm.875-1.75h-.438v.438h.438zM5.25 3.063h-.438v.438h.438zM1.312 4.376H.875v.438h.438zm.438.438h-.437v.875h.438zm2.625.875H3.063v.438h1.313zm0-1.313h-.437v.438h.438z" fill="#4282D8"/>
	<path d="M3.938 0H3.5v.438h.438zm.438.438h-.438v.438h.438zm-.876 0H1.75v.438H3.5zM1.75.875h-.437v.438h.438zm1.313 0h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875 0h-.438v.438h.438zM5.689.875H4.376v.438h1.313zm.438.438h-.438v.438h.438zm-4.814 0H.875v.438h.438zm-.438.437H.438v.438h.438zm-.437.438H0v2.625h.438zm.875.438H.875v1.75h.438zm.438-.438h-.438v.438h.438zm2.188-.438H1.75v.438h2.188z" fill="#000"/>
	<path d="M3.938 1.75H3.5v.875h.438zm1.75 0h-.875v.438h.875z" fill="#000"/>
	<path d="M5.25 1.75h-.438v1.313h.438zm1.313 1.313H5.25v.438h1.313zm.438.438h-.438v.438h.438zm-2.625-.875h-.438v1.75h.438zm2.188 1.313H5.251v.438h1.313zm-1.313.438h-.438v.875h.438z" fill="#000"/>
	<path d="M5.688 4.813h-.875v.438h.875zm.438.438h-.438v.438h.438zm-.438.438H4.375v.438h1.313zm-1.313.438h-1.75v.438h1.75zM3.5 4.814H1.75v.438H3.5zm-.875 1.75h-.437v.438h.438zm-.438-.438H1.75v.438h.438zm-.438-.438h-.436v.438h.438zm.438-.438H1.75v.438h.438zm.875 0h-.437v.438h.438zm-1.75 0H.875v.438h.438zm-.438-.438H.438v.438h.438zm.875-.438h-.436v.438h.438zm2.188 0H3.5v.438h.438z" fill="#000"/>
	<path d="M3.938 2.625H3.5v-.437H1.75v.438h-.437v1.75h.438v.438h1.75v-.438h.438z" fill="#9af4dc"/>
	<path d="M3.5 4.375H1.75v.438H3.5zm-1.75-.437h-.437v.438h.438zm2.188 0H3.5v.438h.438z" fill="#6c9ca6"/>
	<path d="M1.75 2.625h-.437v.438h.438zm.875.438h-.437v.438h.438zm.875-.875H1.75v.438H3.5z" fill="#f0f0f0"/>
	<path d="M3.5 5.688h-.437v.438h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm.875-.875h-.437v.438h.438zm.875-.438H1.75v.438h.875zm3.063.438H4.375v.438h1.313zM3.938.438H3.5v.438h-.437v.438h.438v.438h.438v-.439h.438V.875h-.439zM2.625 5.25h-.437v.438H1.75v.438h.438v.438h.438v-.438h.438v-.438h-.439z" fill="#f0f0f0"/>
`;function Kr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${al}
	</svg>`}var sl=C`
	<path d="M5.688 1.313V.875h-.875v.438h-.438V.875h-.437V.438h-.875v.438h-.438v.438h-.437V.875h-.875v.438H.875v1.75h.875v.438h.438v-.438h2.625v.438h.438v-.438h.875v-1.75z" fill="#d1cdd5"/>
	<path d="M6.125 3.938V3.5h-1.75v-.437h-1.75v.438H.875v.438H.438v1.313h.438v.438h1.75v.438h.438v.438h.875v-.438h.438V5.69h1.75v-.438h.438V3.938z" fill="#57595f"/>
	<path d="M3.938 0h-.875v.438h.875zm-.875.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438zm-1.313 0h-.438v.438h.438zM2.625.875h-.437v.438h.438zM2.188.438h-.875v.438h.875zm-1.313.875H.438v1.75h.438zm.438-.438H.875v.438h.438zM.875 3.5H.438v.438h.438zm-.437.438H0v1.313h.438zm.438 1.313H.438v.438h.438zm1.75.438H.875v.438h1.75zm.438.438h-.439v.438h.438zm.875.438h-.876v.438h.875zm.438-.438h-.439v.438h.438zm1.75-.438h-1.75v.438h1.75zm.438-.438h-.438v.438h.438zm.438-1.313h-.438v1.313h.438zM6.565 3.5h-.438v.438h.438zm0-2.188h-.438v1.75h.438zM2.188 3.5H1.75v.438h.438zm.438-.438h-.438V3.5h.438zm1.75-.438H2.625v.438h1.75zm.438.438h-.438V3.5h.438zm.438.438h-.438v.438h.438zm.438-.438h-.438V3.5h.875v-.437zm-4.377.001H.875v.438h.875v-.438z" fill="#000"/>
	<path d="M.875 4.813H.438v.438h.438zm.438.438H.875v.438h.438zm1.75.438h-.438v.438h.438zm1.313 0h-.438v.438h.438zm-.438.438h-.875v.438h.875zm2.188-.875h-.438v.438h.438zm.438-1.313h-.438v1.313h.438z" fill="#35363a"/>
	<path d="M1.313 2.625H.875v.438h.438zm.875.438H1.75v.438h.438zm3.063 0h-.438v.438h.438zm-2.626-.438h-.437v.438h.438zm2.188 0h-.438v.438h.438z" fill="#847d8b"/>
	<path d="M5.25 3.063h-.438v.438h.438zm-.875-.875h-1.75v.438h1.75zm1.75-.438h-.438v1.313h.438z" fill="#847d8b"/>
	<path d="M1.75 1.75h-.437v.438h.438zm-.437-.437H.875v.438h.438zm.875-.438h-.875v.438h.875zm.875 0h-.438v.438h.438zm.875-.438h-.875v.438h.875zm.438.438h-.438v.438h.438zm1.313 0h-.875v.438h.875zm.438.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M.875 3.938H.438v.438h.438zm.438-.438H.875v.438h.438zm1.313 0h-.438v.438h.438zm1.75-.438H2.625V3.5h1.75zm.875.875h-.438v.438h.438zm.875-.438h-.875v.438h.875z" fill="#d8d8d8"/>
`;function Xr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${sl}
	</svg>`}var dl=C`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H2.625v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.438v.438h.438v.438h.438v.438h2.188v-.438h.875v-.438h.438v-.438h.438v-.875h.438V1.75z" fill="#bcef42"/>
	<path d="M6.563.438h-.875v.438h.875z" fill="#f0f0f0"/>
	<path d="M1.313 5.688H.438v.438h.875z" fill="#bcef42"/>
	<path d="M1.75 6.125H.438v.438h1.313z" fill="#7fb134"/>
	<path d="M6.563 3.5h-.438v.875h.438z" fill="#816bee"/>
	<path d="M5.25.438H2.625v.438H5.25z" fill="#f0f0f0"/>
	<path d="M5.25.875H2.625v.438H5.25z" fill="#b79cf8"/>
	<path d="M4.375 6.125H2.188v.438h2.188z" fill="#816bee"/>
	<path d="M6.563.875h-.438v.438h.438z" fill="#bcef42"/>
	<path d="M2.625 2.188h-.437v.438h.438zM1.313 1.75H.875v.438h.438zm.438-.438h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625 1.313h-.437v.438h.438zm3.063 0H5.25v.438h.438z" fill="#b79cf8"/>
	<path d="M2.188.875H1.75v.438h.438zm.875 1.75h-.438v.438h.438zM.875 5.25H.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M6.125 4.813h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438z" fill="#816bee"/>
	<path d="M6.563.438v.875h-.438V.875h-.438v.438h.438v.438h.438v2.625h.438V.438zm-5.25.875H.875v.438h.438zm.438-.438h.875V.438H1.75zh-.438v.438h.438zm4.813 3.5h-.438v.875h.438zM.875 1.75H.438v.875h.438zM5.25 6.125h-.875v.438h.875zm.875-.875h-.438v.438h.438zm-4.812 0H.875v.438h.438zm.438.438h-.438v.438h.438zm-.875-.875H.438v.438h.438zm4.813.875h-.438v.438h.438zM.438 2.625H0v3.938h.438z" fill="#000"/>
	<path d="M5.25.875h.438V.438h.875V0H2.625v.438H5.25zM2.188 6.563v-.438H1.75v.438H.438v.438h3.938v-.438z" fill="#000"/>
	<path d="M.875 2.625H.438V3.5h.438z" fill="#f0f0f0"/>
	<path d="M4.375 2.625H3.5v.438h.875zm-.438 1.75h-.874v.438h.875zm.875-1.313h-.438v.875h.438zm-3.5 1.75h.875v-.438H1.75V2.188h-.437zm3.5-3.063H3.063v.438h1.75zm-.438 3.5H2.625v.438h1.75zm2.188-3.063h-.438v1.313h.438zM.875 3.5H.438v1.313h.438zm1.313-1.75H1.75v.438h.438zm1.313 1.313h-.438v.438h.438zm-.438.875h-.438v.438h.438zm-.438.875h-.437v.438h.438zm1.75-.875h-.437v.438h.438zm.438.875h-.438v.438h.438zm.438-.438h-.438v.438h.438zm-2.188-1.75v-.437h-.438v.438h-.437v1.313h.438V2.625zm3.063-.875h-.438v.438h.438zm-.875.438h-.438v.438h.438zm.438.438h-.438v1.75h.438zM1.313 4.813H.875v.438h.438zm.438.438h-.438v.438h.438zm.438.438H1.75v.438h.438z" fill="#b79cf8"/>
`;function Yr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${dl}
	</svg>`}var ol=C`
	<path d="M6.125 1.75v-.437h-.438V.875h-.438V.438H1.75v.438h-.437v.438H.875v.438H.438v2.625h.438v.438h.438v.438h.438v.875h.438v.438h2.625v-.438h.438v-.875h.438v-.438h.438v-.438h.438V1.75z" fill="#d1cdd5"/>
	<path d="M1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.438h.438zm.875 3.938h-.437v.875h.438zm-.438-.438H.875v.438h.438zm.875 1.313H1.75v.438h.438zM.874 4.376H.438v.438h.438z" fill="#000"/>
	<path d="M1.75 4.813h-.437v.438h.438zm.438.875H1.75v.438h.438zm-.875-1.313H.875v.438h.438zm1.75-1.313H1.75v1.313h1.313z" fill="#847d8b"/>
	<path d="M3.063 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 3.063H3.938v1.313h1.313z" fill="#847d8b"/>
	<path d="M5.25 3.5h-.875v.875h.875z" fill="#57595f"/>
	<path d="M5.25 5.254h.438v-.438H5.25zm-.438.875h.438v-.438h-.438zm.875-1.313h.438v-.438h-.438z" fill="#847d8b"/>
	<path d="M.438 1.75H0v2.625h.438z" fill="#000"/>
	<path d="M.875 1.75H.438v2.625h.438z" fill="#fff"/>
	<path d="M5.25.879h.438V.441H5.25zm.438.438h.438V.879h-.438zm.438.438h.438v-.438h-.438zM5.251 6.13h.438v-.875h-.438zm.438-.875h.438v-.438h-.438zm-.875 1.313h.438V6.13h-.438zm1.313-1.75h.438V4.38h-.438zm.438-.438h.438V1.755h-.438z" fill="#000"/>
	<path d="M6.125 4.379h.438V1.754h-.438z" fill="#847d8b"/>
	<path d="M1.75 0v.438h3.5V0z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438zm-.437.438H.875v.438h.438zm.438.438h-.438v.438h.438zm3.5-.433h.438V.88h-.438zm.438.438h.438v-.438h-.438zM1.75.438v.438h3.5V.438z" fill="#fff"/>
	<path d="M2.188 6.563v.438h2.625v-.438z" fill="#000"/>
	<path d="M2.188 6.125v.438h2.625v-.438z" fill="#847d8b"/>
	<path d="M3.063 5.688h-.438v.875h.438zm1.313 0h-.438v.875h.438z" fill="#57595f"/>
`;function Jr(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ol}
	</svg>`}var ll=C`
	<path d="M3.063 0H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm-.875 2.187H3.5v1.75h.438zm-3.5-.437H0v2.625h.438zM6.563.875h-1.75v.438h1.75z" fill="#000"/>
	<path d="M3.063.438H1.75v.438h1.313zm1.75.438h-1.75v.438h1.75zm1.75.438h-1.75v.438h1.75z" fill="#f0f0f0"/>
	<path d="M3.063 6.563H1.75v.438h1.313z" fill="#000"/>
	<path d="M2.625 6.125v-.438h-.437v-.875H1.75V2.188h.438v-.875h.438V.875H1.75v.438H.875v1.75H.438v1.75h.438v.875h.438v.438h.438v.438h1.313v-.438z" fill="#ffe361"/>
	<path d="M3.063 6.125H1.75v.438h1.313z" fill="#ffb84b"/>
	<path d="M4.813 6.125h-1.75v.438h1.75z" fill="#000"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ffe361"/>
	<path d="M6.563 5.688h-1.75v.438h1.75zM1.75.438h-.437v.438h.438zm-.437.437H.875v.438h.438zm-.438.438H.438v.875h.438zm6.125 0h-.438v.438H7zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.875h.438zm.875 3.063h-.438v.438h.438zm-.438-.438h-.438v.438h.438zm-.438-.875h-.438v.875h.438zm-.438-.875h-.438v.875h.438zM1.747 6.127h-.434v.438h.438zm-.438-.438H.875v.438h.438zm-.438-.875H.438v.875h.438zm1.313-2.625H1.75v2.625h.438zM3.059.876h-.434v.438h.438zm-.434.437h-.437v.875h.438z" fill="#000"/>
	<path d="M.875 2.188H.438v.875h.438zm1.75 0h-.437v.875h.438z" fill="#f0f0f0"/>
	<path d="M2.188 1.313H1.75v.875h.438z" fill="#ffb84b"/>
	<path d="M4.813 1.313h-.438v.438h.438z" fill="#000"/>
	<path d="M1.75.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M2.625.875h-.437v.438h.438zm1.313.875H3.5v.875h.438zm.438-.438h-.438v.438h.438zm-2.188 3.5H1.75v.438h.438zm-.438.875h-.437v.438h.438zm-.438-.875H.875v.875h.438zm2.188.875v-.438h-.437v-.438h-.438v.875h.438v.438h1.75v-.438zm.438-1.313H3.5v.438h.438z" fill="#ffb84b"/>
	<path d="M4.375 5.688V5.25h-.437v-.875H3.5v-1.75h.438V1.75h.438v-.437H3.063v.438h-.438v1.313h-.437v1.75h.438v.875h.438v.438h1.75v-.438z" fill="url(#a)"/>
	<path d="M6.125 5.25v-.438h-.438v-.874h-.438v-.875h.438v-.875h.438V1.75H4.812v.438h-.438v.438h-.436v1.75h.438v.875h.438v.438h1.75v-.438z" fill="#ff2c52"/>
	<path d="M5.688 2.188H5.25v.875h.438zm.438-.438h-.438v.438h.438zm-.438 2.188H5.25v.438h.438zM5.25 5.251v-.438h-.875v.438h.438v.438h1.75v-.438z" fill="#be0351"/>
	<path d="M1.313 1.313H.875v.438h.438zm0 1.75H.875v.438h.438zm1.75-1.75h-.438v.438h.438zm1.75.438h-.438v.438h.438zm-.438.875h-.437v.438h.438z" fill="#f0f0f0"/>
	<path d="M4.375 1.75h-.437v.875h.438zM3.062 5.688h-.437v.438h.438zm-.438-.875h-.436v.875h.438zm2.188.438h-.438v.438h.438zm-.438-.875h-.436v.875h.438z" fill="#000"/>
	<defs>
		<radialGradient id="a" cx=".75" cy=".5" r="1" fx=".75" fy=".5">
		<stop stop-color="#ff2c52" offset="30%"/>
		<stop stop-color="#ffe361" offset="70%"/>
		</radialGradient>
	</defs>
`;function ei(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ll}
	</svg>`}var nl=C`
	<path d="M4.813.438v.438h-.438v.438h-.437v.438H3.5v.438h-.437v.875h-.438v.438H3.5v.875h.438v-.44h.875V3.5h.438v-.437h.438v-.438h.438v-.437h.438V.438z" fill="#d1cdd5"/>
	<path d="M1.313 3.938h.438v.438h.875v.875h.438v.438h.875v.438h.875v-.875h-.876v-.438H3.5v-.438h-.437v-.438h-.438V3.5h-.437v-.437H1.75v-.875H.875v.875h.438z" fill="#ffe361"/>
	<path d="M2.188 4.813h-.875v.875h.875zm-.875.875H.438v.875h.875z" fill="#ffe361"/>
	<path d="M4.813.438h-.438v.438h.438zm-.438.438h-.437v.438h.438zm-.437.437H3.5v.438h.438zM3.5 1.75h-.437v.438h.438zm-.437.438h-.438v.875h.438zm-.875 0H1.75v.875h.438zm-1.313 0H.438v.875h.438zm.438.875H.875v.875h.438zm3.5.875h-.875v.438h.875zm0 .875h-.875v.438h.875zm.438.438h-.438v.875h.438z" fill="#000"/>
	<path d="M6.563.438h-.438v1.75h.438z" fill="#847d8b"/>
	<path d="M.438 5.688H0v.875h.438zm4.375.438h-.875v.438h.875zm-.875-.438h-.875v.438h.875z" fill="#000"/>
	<path d="M2.188 5.25h-.875v.438h.875zm-.875.875H.438v.438h.875z" fill="#ffb84b"/>
	<path d="M1.313 6.125v.438h.438v-.438h.438v-.438h-.876zm1.313-.875v-.875H1.75v-.437h-.437v.875h.875v.875h.875V5.25zm-1.313 0v-.438H.875v.438H.438v.438h.875zm0 1.313H.438v.438h.875zM1.75 1.75H.875v.438h.875zm1.313 2.188v.438h.438V3.5h-.876v.438z" fill="#000"/>
	<path d="M5.688 1.313H5.25v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.436v.438h.438zm-.436.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M3.063 3.063h-.438v.438h.438z" fill="#f0f0f0"/>
	<path d="M1.75 3.5h-.437v.438h.438zm-.437-.875H.875v.438h.438zm.875 1.313H1.75v.438h.438zm.875.875h-.438v.438h.438zm.438.438h-.438v.438h.438zm.875.438h-.438v.438h.438z" fill="#ffb84b"/>
	<path d="M3.938 4.375H3.5v.438h.438zM2.625 3.063h-.437v.438h.438zm3.938-.875h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438-3.5V.44h1.75v1.75h.438V0z" fill="#000"/>
	<path d="M4.813 5.25h-.438v.438h.438zm-.875-.438H3.5v.438h.438zM3.5 4.374h-.437v.438h.438zm-.437-.436h-.438v.438h.438zM2.625 3.5h-.437v.438h.438zm-.437-.437H1.75v.438h.438zM3.5 2.188h-.437v.438h1.313v-.438h-.438V1.75H3.5zM4.375.875v.438h-.437v.438h1.313v-.438h-.438V.875zm1.75-.438H4.812v.438h1.313z" fill="#f0f0f0"/>
	<path d="M6.125 2.188h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.438.438h-.438v.438h.438zm-.873.436H3.5v.438h.438z" fill="#847d8b"/>
	<path d="M1.75 2.188h-.437v.438h.438zm0 2.625h-.437v.438h.438zm-.875.875H.438v.438h.438z" fill="#f0f0f0"/>
`;function ti(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${nl}
	</svg>`}var hl=C`
	<path d="M5.688 2.625v-.437H5.25V1.75h-.438v-.437h-.438V.875h-.436V.438h-.875v.438h-.438v.438h-.437v.438H1.75v.438h-.437v.438H.875v.875H.438v2.188h.438v.438h.875v.438h3.5v-.438h.875v-.438h.438V3.5h-.438v-.875z" fill="#0abbff"/>
	<path d="M3.063 0v.438h.875V0zm-.438.438v.438h.438V.438zm1.313 0v.438h.438V.438zm.438.438v.438h.438V.875zm.438.438v.438h.438v-.439zm.438.438v.438h.438v-.44zm.438.438v.438h.438v-.44zm.438.438v.875h.438v-.878zm-5.69-.003V3.5h.438v-.875zM0 3.5v2.188h.438V3.5zm6.563 0v2.188h.438V3.5zM2.188.875v.438h.438V.875zm-.438.438v.438h.438v-.438zm-.437.437v.438h.438V1.75zm-.438.438v.438h.438v-.438zm-.438 3.5v.438h.438v-.438zm5.688 0v.438h.438v-.438zm-4.375.875v.438h3.5v-.438z" fill="#000"/>
	<path d="M1.75 6.125v.438h3.5v-.438z" fill="#4282d8"/>
	<path d="M.875 6.125v.438h.875v-.438zm5.25.438v-.438H5.25v.438z" fill="#000"/>
	<path d="M3.063.438v.438h.875V.438z" fill="#fff"/>
	<path opacity=".5" d="M4.813 3.5v-.437h-.438v-.438h-.437v-.437h-.875v.438h-.438v.438h-.437v.438H1.75v1.313h.438v.438h2.625v-.438h.438V3.5z" fill="#fff"/>
	<path d="M2.625.875v.438h.438V.875zm-.437.438v.438h.438v-.438zm.438.438v.438h.438V1.75zM1.75 1.75v.438h.438V1.75zm-.437.438v.438h.438v-.438zm-.438.437V3.5h.438v-.875zM.438 3.5v.875h.438V3.5z" fill="#fff"/>
	<path d="M5.25 2.188v.438h.438v-.438zm.438.438v.875h.438v-.876zm.438.875v1.75h-.438v.438H5.25v.438h.875v-.438h.438V3.5zM.875 6.125h.875v-.438H.875z" fill="#4282d8"/>
`;function ri(e={}){return g`<svg
		${j(e)}
		aria-hidden="true"
		role="img"
		width="14"
		height="14"
		viewBox="0 0 7 7"
		fill="none"
		xmlns="http://www.w3.org/2000/svg"
	>
		${hl}
	</svg>`}var ul=globalThis.$discordMessage??{};function Xe(){return ul}var $i={blue:"https://cdn.discordapp.com/embed/avatars/0.png",gray:"https://cdn.discordapp.com/embed/avatars/1.png",green:"https://cdn.discordapp.com/embed/avatars/2.png",orange:"https://cdn.discordapp.com/embed/avatars/3.png",red:"https://cdn.discordapp.com/embed/avatars/4.png",pink:"https://cdn.discordapp.com/embed/avatars/5.png"},Ti=Xe().avatars??{},Ye=Object.assign($i,Ti,{default:$i[Ti.default]??Ti.default??$i.blue}),ii=Xe().profiles??{},hs=Xe().defaultTheme==="light"?"light":"dark",us=Xe().defaultMode==="compact"?"compact":"cozy",cs=Xe().defaultBackground==="none"?"none":"discord",fs=new Map([["heart",Lr()],["crystal",Or()],["diamond",Rr()],["explosion",Ir()],["flame",Pr()],["flower",Br()],["key",Nr()],["leaf",qr()],["lightning",Ur()],["magic",Fr()],["moon",Zr()],["mushroom",Wr()],["mythical",Gr()],["ornament",Qr()],["plasma",Kr()],["rock",Xr()],["shell",Yr()],["skull",Jr()],["sun",ei()],["sword",ti()],["water",ri()]]);var cl=C`
	<path
		fill="currentColor"
		d="M18.91 12.98a5.45 5.45 0 0 1 2.18 6.2c-.1.33-.09.68.1.96l.83 1.32a1 1 0 0 1-.84 1.54h-5.5A5.6 5.6 0 0 1 10 17.5a5.6 5.6 0 0 1 5.68-5.5c1.2 0 2.32.36 3.23.98Z"
	/>
	<path
		fill="currentColor"
		d="M19.24 10.86c.32.16.72-.02.74-.38L20 10c0-4.42-4.03-8-9-8s-9 3.58-9 8c0 1.5.47 2.91 1.28 4.11.14.21.12.49-.06.67l-1.51 1.51A1 1 0 0 0 2.4 18h5.1a.5.5 0 0 0 .49-.5c0-4.2 3.5-7.5 7.68-7.5 1.28 0 2.5.3 3.56.86Z"
	/>
`;function rr(e={}){return g`<svg
		${j(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 20 20"
		xmlns="http://www.w3.org/2000/svg"
	>
		${cl}
	</svg>`}var fl=C`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M10.99 3.16A1 1 0 1 0 9 2.84L8.15 8H4a1 1 0 0 0 0 2h3.82l-.67 4H3a1 1 0 1 0 0 2h3.82l-.8 4.84a1 1 0 0 0 1.97.32L8.85 16h4.97l-.8 4.84a1 1 0 0 0 1.97.32l.86-5.16H20a1 1 0 1 0 0-2h-3.82l.67-4H21a1 1 0 1 0 0-2h-3.82l.8-4.84a1 1 0 1 0-1.97-.32L15.15 8h-4.97l.8-4.84ZM14.15 14l.67-4H9.85l-.67 4h4.97Z"
	/>
`;function ir(e={}){return g`<svg
		${j(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${fl}
	</svg>`}var ml=C`
	<path
		fill="currentColor"
		d="M12 2.81a1 1 0 0 1 0-1.41l.36-.36a1 1 0 0 1 1.41 0l9.2 9.2a1 1 0 0 1 0 1.4l-.7.7a1 1 0 0 1-1.3.13l-9.54-6.72a1 1 0 0 1-.08-1.58l1-1L12 2.8ZM12 21.2a1 1 0 0 1 0 1.41l-.35.35a1 1 0 0 1-1.41 0l-9.2-9.19a1 1 0 0 1 0-1.41l.7-.7a1 1 0 0 1 1.3-.12l9.54 6.72a1 1 0 0 1 .07 1.58l-1 1 .35.36ZM15.66 16.8a1 1 0 0 1-1.38.28l-8.49-5.66A1 1 0 1 1 6.9 9.76l8.49 5.65a1 1 0 0 1 .27 1.39ZM17.1 14.25a1 1 0 1 0 1.11-1.66L9.73 6.93a1 1 0 0 0-1.11 1.66l8.49 5.66Z"
	/>
`;function ar(e={}){return g`<svg
		${j(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${ml}
	</svg>`}var vl=C`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M6 9h1V6a5 5 0 0 1 10 0v3h1a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3Zm9-3v3H9V6a3 3 0 1 1 6 0Zm-1 8a2 2 0 0 1-1 1.73V18a1 1 0 1 1-2 0v-2.27A2 2 0 1 1 14 14Z"
	/>
`;function sr(e={}){return g`<svg
		${j(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${vl}
	</svg>`}var pl=C`
	<path
		fill="currentColor"
		d="M12 3a1 1 0 0 0-1-1h-.06a1 1 0 0 0-.74.32L5.92 7H3a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h2.92l4.28 4.68a1 1 0 0 0 .74.32H11a1 1 0 0 0 1-1V3ZM15.1 20.75c-.58.14-1.1-.33-1.1-.92v-.03c0-.5.37-.92.85-1.05a7 7 0 0 0 0-13.5A1.11 1.11 0 0 1 14 4.2v-.03c0-.6.52-1.06 1.1-.92a9 9 0 0 1 0 17.5Z"
	/>
	<path
		fill="currentColor"
		d="M15.16 16.51c-.57.28-1.16-.2-1.16-.83v-.14c0-.43.28-.8.63-1.02a3 3 0 0 0 0-5.04c-.35-.23-.63-.6-.63-1.02v-.14c0-.63.59-1.1 1.16-.83a5 5 0 0 1 0 9.02Z"
	/>
`;function dr(e={}){return g`<svg
		${j(e)}
		class="discord-mention-icon"
		aria-hidden="false"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${pl}
	</svg>`}var Et=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Se=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},ae="light-theme",Pe="compact-mode",Ei="no-background",fu=(()=>{let e=[L("discord-messages")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[],f,E=[],$=[];var R=class extends a{static{r=this}static{let k=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[Wt({context:ae}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],m=[Wt({context:Ei}),z({type:Boolean,reflect:!0,attribute:"no-background"})],d=[Wt({context:Pe}),z({type:Boolean,reflect:!0,attribute:"compact-mode"})],p=[z({reflect:!0,attribute:"channel-type"})],f=[z({reflect:!0,attribute:"channel-name"})],Et(this,null,l,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,q)=>{w.lightTheme=q}},metadata:k},s,n),Et(this,null,m,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:w=>"noBackground"in w,get:w=>w.noBackground,set:(w,q)=>{w.noBackground=q}},metadata:k},c,o),Et(this,null,d,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:w=>"compactMode"in w,get:w=>w.compactMode,set:(w,q)=>{w.compactMode=q}},metadata:k},_,v),Et(this,null,p,{kind:"accessor",name:"channelType",static:!1,private:!1,access:{has:w=>"channelType"in w,get:w=>w.channelType,set:(w,q)=>{w.channelType=q}},metadata:k},u,h),Et(this,null,f,{kind:"accessor",name:"channelName",static:!1,private:!1,access:{has:w=>"channelName"in w,get:w=>w.channelName,set:(w,q)=>{w.channelName=q}},metadata:k},E,$),Et(null,t={value:r},e,{kind:"class",name:r.name,metadata:k},null,i),R=r=t.value,k&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:k})}static styles=N`
		:host {
			color: #fff;
			background-color: #36393e;
			display: block;
			font-size: 16px;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
			line-height: 170%;
			border: 1px solid rgba(255, 255, 255, 0.05);
		}

		:host([light-theme]) {
			color: #747f8d;
			background-color: #fff;
			border-color: #dedede;
		}

		:host([no-background]) {
			background-color: unset;
		}

		::slotted(*) {
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
		}

		::slotted(*:first-child) {
			margin-top: 0.5rem;
		}

		::slotted(*:not(:first-child)) {
			margin-top: 1.0625rem;
		}

		:host([compact-mode]) ::slotted(*:not(:first-child)) {
			margin-top: unset;
		}

		::slotted(*:last-child) {
			margin-bottom: 0.5rem;
			border-bottom-width: 0;
		}

		:host .discord-channel-header {
			display: flex;
			align-items: center;
			padding: 0.5rem 1rem;
			box-shadow:
				0 2px 0 0 rgba(0, 0, 0, 0.05),
				0 1.5px 0 0 rgba(0, 0, 0, 0.05),
				0 1px 0 0 rgba(0, 0, 0, 0.16);
		}

		:host .discord-channel-icon {
			height: 24px;
			width: auto;
			margin: 0 8px;
			position: relative;
			flex: 0 0 auto;
			color: #80848e;
		}

		:host([light-theme]) .discord-channel-icon {
			color: #6d6f78;
		}

		:host .discord-channel-name {
			margin: 0 8px 0 0;
			flex: 0 0 auto;
			min-width: auto;
		}
	`;#e=Se(this,s,!1);get lightTheme(){return this.#e}set lightTheme(k){this.#e=k}#t=(Se(this,n),Se(this,c,!1));get noBackground(){return this.#t}set noBackground(k){this.#t=k}#r=(Se(this,o),Se(this,_,!1));get compactMode(){return this.#r}set compactMode(k){this.#r=k}#i=(Se(this,v),Se(this,u,void 0));get channelType(){return this.#i}set channelType(k){this.#i=k}#a=(Se(this,h),Se(this,E,void 0));get channelName(){return this.#a}set channelName(k){this.#a=k}connectedCallback(){super.connectedCallback(),(this.lightTheme||hs==="light"&&this.lightTheme)&&(this.lightTheme=!0),(this.compactMode||us==="compact"&&this.compactMode)&&(this.compactMode=!0),(this.noBackground||cs==="none"&&this.noBackground)&&(this.noBackground=!0)}render(){let k;switch(this.channelType){case"text":k=g`${ir()}`;break;case"voice":k=g`${dr()}`;break;case"locked":k=g`${sr()}`;break;case"thread":k=g`${ar()}`;break;case"forum":k=g`${rr()}`;break}return g`
			${B(this.channelType&&this.channelName,()=>g`<div class="discord-channel-header">
						<div class="discord-channel-icon">${k}</div>
						<div class="discord-channel-name">${this.channelName}</div>
					</div>`)}
			<slot></slot>
		`}constructor(){super(...arguments),Se(this,$)}static{Se(r,i)}};return R=r})();var ge=Ke(class extends qe{constructor(e){if(super(e),e.type!==Tt.ATTRIBUTE||e.name!=="class"||e.strings?.length>2)throw Error("`classMap()` can only be used in the `class` attribute and must be the only part in the attribute.")}render(e){return" "+Object.keys(e).filter(t=>e[t]).join(" ")+" "}update(e,[t]){if(this.st===void 0){this.st=new Set,e.strings!==void 0&&(this.nt=new Set(e.strings.join(" ").split(/\s/).filter(r=>r!=="")));for(let r in t)t[r]&&!this.nt?.has(r)&&this.st.add(r);return this.render(t)}let i=e.element.classList;for(let r of this.st)r in t||(i.remove(r),this.st.delete(r));for(let r in t){let a=!!t[r];a===this.st.has(r)||this.nt?.has(r)||(a?(i.add(r),this.st.add(r)):(i.remove(r),this.st.delete(r)))}return je}});var Q=e=>e??de;var ai=class extends Error{constructor(t){super(t),this.name="DiscordComponentsError"}},gl=new Intl.DateTimeFormat("en-US",{day:"2-digit",month:"2-digit",year:"numeric"}),_l=new Intl.DateTimeFormat("en-US",{hour12:!0,hour:"2-digit",minute:"2-digit"}),bl=new Intl.DateTimeFormat("en-US",{hour12:!1,hour:"2-digit",minute:"2-digit"}),zl=e=>e instanceof Date?gl.format(e):e,yl=(e,t=!1)=>e instanceof Date?t?bl.format(e):_l.format(e):e;function Ct(e,t=!1,i=!1){if(!(e instanceof Date)&&typeof e!="string")throw new TypeError("Timestamp prop must be a Date object or a string.");return t?yl(e,i):zl(e)}var wl=/(?:<(?<animated>a)?:(?<name>\w{2,32}):)?(?<id>\d{17,21})>?/;function si(e){let t=Xe().emojis?.[e];if(t)return t;let i=wl.exec(e);if(i?.groups){let{name:r,id:a,animated:l}=i.groups;return{name:r,url:`https://cdn.discordapp.com/emojis/${a}.${l?"gif":"png"}`}}}function di(e){if(e)return fs.get(e)??e}var Ml=C`
	<path d="M7.4,11.17,4,8.62,5,7.26l2,1.53L10.64,4l1.36,1Z" fill="currentColor" />
`;function Ue(e={}){return g`<svg
		${j(e)}
		class="discord-application-tag-verified"
		aria-label="Verified App"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 16 15.2"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ml}
	</svg>`}var Ci=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},or=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},Ru=(()=>{let e=[L("discord-verified-author-tag")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[];var d=class extends a{static{r=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z({type:Boolean})],m=[K({context:Pe}),z({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ci(this,null,l,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:v=>"verified"in v,get:v=>v.verified,set:(v,p)=>{v.verified=p}},metadata:_},s,n),Ci(this,null,m,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:v=>"compactMode"in v,get:v=>v.compactMode,set:(v,p)=>{v.compactMode=p}},metadata:_},c,o),Ci(null,t={value:r},e,{kind:"class",name:r.name,metadata:_},null,i),d=r=t.value,_&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=N`
		:host {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			align-items: center;
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-application-tag-verified {
			display: inline-block;
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.25rem;
		}

		:host([compact-mode]) {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
			margin-left: 0px !important;
			margin-top: 0px !important;
		}

		:host([compact-mode]) .discord-application-tag-verified {
			margin-right: 0.7em;
			margin-left: -0.7em;
		}
	`;#e=or(this,s,!1);get verified(){return this.#e}set verified(_){this.#e=_}#t=(or(this,n),or(this,c,!1));get compactMode(){return this.#t}set compactMode(_){this.#t=_}render(){return g`${B(this.verified,()=>Ue())}App`}constructor(){super(...arguments),or(this,o)}static{or(r,i)}};return d=r})();var ms="important",xl=" !"+ms,Je=Ke(class extends qe{constructor(e){if(super(e),e.type!==Tt.ATTRIBUTE||e.name!=="style"||e.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(e){return Object.keys(e).reduce((t,i)=>{let r=e[i];return r==null?t:t+`${i=i.includes("-")?i:i.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${r};`},"")}update(e,[t]){let{style:i}=e.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let r of this.ft)t[r]==null&&(this.ft.delete(r),r.includes("-")?i.removeProperty(r):i[r]=null);for(let r in t){let a=t[r];if(a!=null){this.ft.add(r);let l=typeof a=="string"&&a.endsWith(xl);r.includes("-")||l?i.setProperty(r,l?a.slice(0,-11):a,l?ms:""):i[r]=a}}return je}});var ce=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},ee=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},rc=(()=>{let e=[L("discord-author-info")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[],f,E=[],$=[],R,k=[],w=[],q,U=[],O=[],Y,he=[],fe=[],_e,be=[],ze=[],ye,we=[],Me=[],xe,He=[],ke=[],$e,Te=[],Ee=[],Ce,V=[],H=[];var F=class extends a{static{r=this}static{let A=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z()],m=[z({type:Boolean})],d=[z({type:Boolean})],p=[z({type:Boolean,attribute:"official-app"})],f=[z({type:Boolean})],R=[z({attribute:"role-color"})],q=[z({attribute:"role-icon"})],Y=[z({attribute:"role-name"})],_e=[z({attribute:"clan-icon"})],ye=[z({attribute:"clan-tag"})],xe=[z({type:Boolean})],$e=[K({context:Pe}),z({type:Boolean,reflect:!0,attribute:"compact-mode"})],Ce=[K({context:ae}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],ce(this,null,l,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:x=>"author"in x,get:x=>x.author,set:(x,G)=>{x.author=G}},metadata:A},s,n),ce(this,null,m,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:x=>"bot"in x,get:x=>x.bot,set:(x,G)=>{x.bot=G}},metadata:A},c,o),ce(this,null,d,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:x=>"server"in x,get:x=>x.server,set:(x,G)=>{x.server=G}},metadata:A},_,v),ce(this,null,p,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:x=>"officialApp"in x,get:x=>x.officialApp,set:(x,G)=>{x.officialApp=G}},metadata:A},u,h),ce(this,null,f,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:x=>"op"in x,get:x=>x.op,set:(x,G)=>{x.op=G}},metadata:A},E,$),ce(this,null,R,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:x=>"roleColor"in x,get:x=>x.roleColor,set:(x,G)=>{x.roleColor=G}},metadata:A},k,w),ce(this,null,q,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:x=>"roleIcon"in x,get:x=>x.roleIcon,set:(x,G)=>{x.roleIcon=G}},metadata:A},U,O),ce(this,null,Y,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:x=>"roleName"in x,get:x=>x.roleName,set:(x,G)=>{x.roleName=G}},metadata:A},he,fe),ce(this,null,_e,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:x=>"clanIcon"in x,get:x=>x.clanIcon,set:(x,G)=>{x.clanIcon=G}},metadata:A},be,ze),ce(this,null,ye,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:x=>"clanTag"in x,get:x=>x.clanTag,set:(x,G)=>{x.clanTag=G}},metadata:A},we,Me),ce(this,null,xe,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:x=>"verified"in x,get:x=>x.verified,set:(x,G)=>{x.verified=G}},metadata:A},He,ke),ce(this,null,$e,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:x=>"compactMode"in x,get:x=>x.compactMode,set:(x,G)=>{x.compactMode=G}},metadata:A},Te,Ee),ce(this,null,Ce,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:x=>"lightTheme"in x,get:x=>x.lightTheme,set:(x,G)=>{x.lightTheme=G}},metadata:A},V,H),ce(null,t={value:r},e,{kind:"class",name:r.name,metadata:A},null,i),F=r=t.value,A&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:A})}static styles=N`
		:host {
			display: inline-flex;
			align-items: center;
			font-size: 16px;
			text-underline-offset: 1px;
			margin-right: 0.25rem;
		}

		:host .discord-author-username {
			color: #fff;
			font-size: 1em;
			font-weight: 500;
		}

		:host .discord-author-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		:host([light-theme]) .discord-author-username {
			color: #23262a;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.54);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-left: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			display: inline-flex;
			width: max-content;
			gap: 0.25rem;
			justify-content: space-between;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			min-width: 45px;
			line-height: 1rem !important;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.34);
		}

		:host([light-theme]) .discord-clan-tag {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([compact-mode]) .discord-clan-tag {
			margin-left: 0rem;
		}

		:host .discord-clan-tag span,
		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			user-select: none;
			-webkit-user-select: none;
		}

		:host .discord-application-tag {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: inline-flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host .discord-official-application {
			background-color: #5865f2;
			color: #fff;
			font-size: 0.625em;
			margin-left: 4px;
			border-radius: 3px;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-official-application {
			margin-right: 5px;
			margin-left: 0px !important;
		}

		:host .discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		:host .discord-author-role-icon {
			margin-left: 0.25rem;
			vertical-align: top;
			height: calc(1rem + 4px);
			width: calc(1rem + 4px);
		}

		:host([compact-mode]) .discord-author-username {
			margin-right: 0.25rem;
		}

		:host([compact-mode]) .discord-application-tag {
			padding-left: 10px;
			padding-right: 4px;
			margin-right: 0.25rem;
		}
	`;#e=ee(this,s,void 0);get author(){return this.#e}set author(A){this.#e=A}#t=(ee(this,n),ee(this,c,!1));get bot(){return this.#t}set bot(A){this.#t=A}#r=(ee(this,o),ee(this,_,!1));get server(){return this.#r}set server(A){this.#r=A}#i=(ee(this,v),ee(this,u,!1));get officialApp(){return this.#i}set officialApp(A){this.#i=A}#a=(ee(this,h),ee(this,E,!1));get op(){return this.#a}set op(A){this.#a=A}#s=(ee(this,$),ee(this,k,void 0));get roleColor(){return this.#s}set roleColor(A){this.#s=A}#d=(ee(this,w),ee(this,U,void 0));get roleIcon(){return this.#d}set roleIcon(A){this.#d=A}#o=(ee(this,O),ee(this,he,void 0));get roleName(){return this.#o}set roleName(A){this.#o=A}#l=(ee(this,fe),ee(this,be,void 0));get clanIcon(){return this.#l}set clanIcon(A){this.#l=A}#n=(ee(this,ze),ee(this,we,void 0));get clanTag(){return this.#n}set clanTag(A){this.#n=A}#h=(ee(this,Me),ee(this,He,!1));get verified(){return this.#h}set verified(A){this.#h=A}#u=(ee(this,ke),ee(this,Te,!1));get compactMode(){return this.#u}set compactMode(A){this.#u=A}#c=(ee(this,Ee),ee(this,V,!1));get lightTheme(){return this.#c}set lightTheme(A){this.#c=A}render(){let A=di(this.clanIcon),x=this.clanTag?.slice(0,4);return g`${B(this.compactMode,()=>null,()=>g`<span class="discord-author-username" style="${Je({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${B(this.roleIcon&&!this.compactMode,()=>g`<img
					class="discord-author-role-icon"
					src=${Q(this.roleIcon)}
					height="20"
					width="20"
					alt=${Q(this.roleName)}
					draggable="false"
				/>`)}
		${B(this.bot&&!this.server&&!this.officialApp,()=>g`<discord-verified-author-tag .verified=${this.verified}></discord-verified-author-tag>`)}
		${B(this.server&&!this.bot&&!this.officialApp,()=>g`<span class="discord-application-tag">Server</span>`)}
		${B(this.officialApp&&!this.server&&!this.bot,()=>g`<span class="discord-official-application">${Ue()}OFFICIAL</span>`)}
		${B(this.op,()=>g`<span class="discord-application-tag discord-application-tag-op">OP</span>`)}
		${B(this.compactMode,()=>g`<span class="discord-author-username" style="${Je({color:this.roleColor??void 0})}">${this.author}</span>`)}
		${B(this.clanIcon&&this.clanTag&&this.clanTag?.length>0,()=>g`
				<span class="discord-clan-tag">
					${A==="string"?g`<img srcset=${Q(A)} alt=${Q(x)} width="12" height="12" draggable="false" />`:A}
					<span>${x}</span>
				</span>
			`)} `}constructor(){super(...arguments),ee(this,H)}static{ee(r,i)}};return F=r})();var Hl=C`
 	<path 
		fill="currentColor" 
 		d="M15.56 11.77c.2-.1.44.02.44.23a4 4 0 1 1-4-4c.21 0 .33.25.23.44a2.5 2.5 0 0 0 3.32 3.32Z"
 	/>
  	<path 
		fill="currentColor" 
  		fill-rule="evenodd" 
  		d="M22.89 11.7q.105.3 0 .6C22.27 13.9 19.1 21 12 21c-7.11 0-10.27-7.11-10.89-8.7a.83.83 0 0 1 0-.6C1.73 10.1 4.9 3 12 3c7.11 0 10.27 7.11 10.89 8.7m-4.5-3.62A15.1 15.1 0 0 1 20.85 12c-.38.88-1.18 2.47-2.46 3.92C16.87 17.62 14.8 19 12 19s-4.87-1.38-6.39-3.08A15.1 15.1 0 0 1 3.15 12c.38-.88 1.18-2.47 2.46-3.92C7.13 6.38 9.2 5 12 5s4.87 1.38 6.39 3.08" 
  		clip-rule="evenodd"
  	/>
`;function ji(e={}){return g`<svg
		${j(e)}
		class="discord-message-ephemeral-icon"
		aria-hidden="false"
		width="16"
		height="16"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Hl}
	</svg>`}var te=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},P=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},bc=(()=>{let e=[L("discord-message")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[],f,E=[],$=[],R,k=[],w=[],q,U=[],O=[],Y,he=[],fe=[],_e,be=[],ze=[],ye,we=[],Me=[],xe,He=[],ke=[],$e,Te=[],Ee=[],Ce,V=[],H=[],F,A=[],x=[],G,At=[],Dt=[],Vt,Ot=[],Rt=[],It,Pt=[],Bt=[],Lt,Nt=[],qt=[],Ut,S=[],y=[],D,rt=[],Ft=[],ur,qi=[],Ui=[],Fi,Zi=[],Wi=[],Gi,Qi=[],Ki=[],Xi,Yi=[],Ji=[];var ea=class extends a{static{r=this}static{let M=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z()],m=[z()],d=[z()],p=[z({type:Boolean})],f=[z({type:Boolean})],R=[z({type:Boolean,attribute:"official-app"})],q=[z({type:Boolean})],Y=[z({type:Boolean})],_e=[z({type:Boolean})],ye=[z({attribute:"role-color"})],xe=[z({attribute:"role-icon"})],$e=[z({attribute:"role-name"})],Ce=[z({attribute:"clan-icon"})],F=[z({attribute:"clan-tag"})],G=[z({type:Boolean,reflect:!0})],Vt=[z({type:Boolean,reflect:!0})],It=[z({type:String,converter:b=>Ct(b,!1,!1),attribute:!0})],Lt=[z({type:Boolean,attribute:"twenty-four"})],Ut=[z({type:Boolean,attribute:"message-body-only"})],D=[K({context:ae}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],ur=[K({context:Pe}),z({type:Boolean,reflect:!0,attribute:"compact-mode"})],Fi=[K({context:Ei}),z({type:Boolean,reflect:!0,attribute:"no-background"})],Gi=[z({type:Boolean,reflect:!0,attribute:"has-thread"})],Xi=[z({reflect:!1,attribute:"dismiss-message-clicked"})],te(this,null,l,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:b=>"profile"in b,get:b=>b.profile,set:(b,T)=>{b.profile=T}},metadata:M},s,n),te(this,null,m,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:b=>"author"in b,get:b=>b.author,set:(b,T)=>{b.author=T}},metadata:M},c,o),te(this,null,d,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:b=>"avatar"in b,get:b=>b.avatar,set:(b,T)=>{b.avatar=T}},metadata:M},_,v),te(this,null,p,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:b=>"bot"in b,get:b=>b.bot,set:(b,T)=>{b.bot=T}},metadata:M},u,h),te(this,null,f,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:b=>"server"in b,get:b=>b.server,set:(b,T)=>{b.server=T}},metadata:M},E,$),te(this,null,R,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:b=>"officialApp"in b,get:b=>b.officialApp,set:(b,T)=>{b.officialApp=T}},metadata:M},k,w),te(this,null,q,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:b=>"verified"in b,get:b=>b.verified,set:(b,T)=>{b.verified=T}},metadata:M},U,O),te(this,null,Y,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:b=>"op"in b,get:b=>b.op,set:(b,T)=>{b.op=T}},metadata:M},he,fe),te(this,null,_e,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:b=>"edited"in b,get:b=>b.edited,set:(b,T)=>{b.edited=T}},metadata:M},be,ze),te(this,null,ye,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:b=>"roleColor"in b,get:b=>b.roleColor,set:(b,T)=>{b.roleColor=T}},metadata:M},we,Me),te(this,null,xe,{kind:"accessor",name:"roleIcon",static:!1,private:!1,access:{has:b=>"roleIcon"in b,get:b=>b.roleIcon,set:(b,T)=>{b.roleIcon=T}},metadata:M},He,ke),te(this,null,$e,{kind:"accessor",name:"roleName",static:!1,private:!1,access:{has:b=>"roleName"in b,get:b=>b.roleName,set:(b,T)=>{b.roleName=T}},metadata:M},Te,Ee),te(this,null,Ce,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:b=>"clanIcon"in b,get:b=>b.clanIcon,set:(b,T)=>{b.clanIcon=T}},metadata:M},V,H),te(this,null,F,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:b=>"clanTag"in b,get:b=>b.clanTag,set:(b,T)=>{b.clanTag=T}},metadata:M},A,x),te(this,null,G,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:b=>"highlight"in b,get:b=>b.highlight,set:(b,T)=>{b.highlight=T}},metadata:M},At,Dt),te(this,null,Vt,{kind:"accessor",name:"ephemeral",static:!1,private:!1,access:{has:b=>"ephemeral"in b,get:b=>b.ephemeral,set:(b,T)=>{b.ephemeral=T}},metadata:M},Ot,Rt),te(this,null,It,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:b=>"timestamp"in b,get:b=>b.timestamp,set:(b,T)=>{b.timestamp=T}},metadata:M},Pt,Bt),te(this,null,Lt,{kind:"accessor",name:"twentyFour",static:!1,private:!1,access:{has:b=>"twentyFour"in b,get:b=>b.twentyFour,set:(b,T)=>{b.twentyFour=T}},metadata:M},Nt,qt),te(this,null,Ut,{kind:"accessor",name:"messageBodyOnly",static:!1,private:!1,access:{has:b=>"messageBodyOnly"in b,get:b=>b.messageBodyOnly,set:(b,T)=>{b.messageBodyOnly=T}},metadata:M},S,y),te(this,null,D,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:b=>"lightTheme"in b,get:b=>b.lightTheme,set:(b,T)=>{b.lightTheme=T}},metadata:M},rt,Ft),te(this,null,ur,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:b=>"compactMode"in b,get:b=>b.compactMode,set:(b,T)=>{b.compactMode=T}},metadata:M},qi,Ui),te(this,null,Fi,{kind:"accessor",name:"noBackground",static:!1,private:!1,access:{has:b=>"noBackground"in b,get:b=>b.noBackground,set:(b,T)=>{b.noBackground=T}},metadata:M},Zi,Wi),te(this,null,Gi,{kind:"accessor",name:"hasThread",static:!1,private:!1,access:{has:b=>"hasThread"in b,get:b=>b.hasThread,set:(b,T)=>{b.hasThread=T}},metadata:M},Qi,Ki),te(this,null,Xi,{kind:"accessor",name:"dismissMessageClicked",static:!1,private:!1,access:{has:b=>"dismissMessageClicked"in b,get:b=>b.dismissMessageClicked,set:(b,T)=>{b.dismissMessageClicked=T}},metadata:M},Yi,Ji),te(null,t={value:r},e,{kind:"class",name:r.name,metadata:M},null,i),ea=r=t.value,M&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:M})}static styles=N`
		:host {
			color: #dcddde;
			display: flex;
			flex-direction: column;
			font-size: 0.9em;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			position: relative;
			word-wrap: break-word;
			-webkit-user-select: text;
			-moz-user-select: text;
			-ms-user-select: text;
			user-select: text;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			min-height: 1.375rem;
			padding-left: 1em;
			padding-right: 48px;
			margin-top: inherit;
			margin-bottom: inherit;
			line-height: 16px;
		}

		.discord-message-inner {
			display: flex;
			position: relative;
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
		}

		.discord-message-inner-center {
			align-items: center;
		}

		:host([message-body-only]) {
			margin-top: 0px !important;
			padding-top: 0.125rem !important;
			padding-bottom: 0.0625rem !important;
		}

		:host([highlight]),
		:host([ephemeral]) {
			padding-right: 5px;
			position: relative;
		}

		:host([highlight])::before,
		:host([ephemeral])::before {
			content: '';
			position: absolute;
			display: block;
			top: 0;
			left: 0;
			bottom: 0;
			pointer-events: none;
			width: 2px;
		}

		:host([highlight]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight][light-theme]) {
			background-color: rgba(250, 166, 26, 0.1);
		}

		:host([highlight])::before {
			background-color: #faa61a;
		}

		:host([light-theme][highlight])::before {
			background-color: #af7615;
		}

		:host([ephemeral]) {
			background-color: rgba(88, 101, 242, 0.05);
		}

		:host([ephemeral]:hover) {
			background-color: rgba(88, 101, 242, 0.1);
		}

		:host([ephemeral])::before {
			background-color: #5865f2;
		}

		:host([light-theme]) {
			color: #2e3338;
			border-color: #eceeef;
		}

		.discord-author-avatar {
			margin-right: 16px;
			margin-top: 5px;
			min-width: 40px;
			z-index: 1;
			display: flex;
		}

		.discord-author-avatar img {
			width: 40px;
			height: 40px;
			border-radius: 50%;
			cursor: pointer;
		}

		.discord-message-timestamp {
			color: #72767d;
			font-size: 12px;
			margin-left: 3px;
		}

		.discord-message-body-only-indent {
			width: 56px;
		}

		:host(:hover) .discord-message-timestamp-hover::before {
			content: attr(datetime);
		}

		:host([light-theme]) .discord-message-timestamp {
			color: #747f8d;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-message-content {
			width: 100%;
			line-height: 160%;
			font-weight: normal;
			padding-top: 2px;
		}

		.discord-message-body {
			font-size: 1rem;
			font-weight: 400;
			word-break: break-word;
			position: relative;
		}

		:host([light-theme]) .discord-message-timestamp,
		:host([compact-mode]) .discord-message:hover .discord-message-timestamp {
			color: #99aab5;
		}

		:host([light-theme][compact-mode]).discord-message-timestamp {
			color: #d1d9de;
		}

		:host([compact-mode]) .discord-message-timestamp {
			display: inline-block;
			width: 3.1rem;
			text-align: right;
			font-size: 0.6875rem;
			line-height: 1.375rem;
			margin-right: 0.375rem;
			margin-left: 0;
			text-indent: 0;
		}

		:host([compact-mode]) .discord-message-body {
			line-height: 1.375rem;
			padding-left: 10px;
			margin-left: -6px;
		}

		:host([compact-mode]) .discord-message-compact-indent {
			padding-left: 10px;
		}

		:host .discord-message-markup {
			font-size: 1rem;
			line-height: 1.375rem;
			word-wrap: break-word;
			user-select: text;
			font-weight: 400;
			display: inline;
		}

		:host(:hover) {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host([highlight]:hover) {
			background-color: hsl(40 calc(1 * 86.4%) 56.9%/0.08);
		}

		:host([has-thread]):after {
			width: 2rem;
			left: 2.2rem;
			top: 4.8rem;
			border-left: 2px solid #4f545c !important;
			border-bottom: 2px solid #4f545c !important;
			border-bottom-left-radius: 8px !important;
			bottom: 29px;
			content: '';
			position: absolute;
		}

		:host([light-theme][has-Thread]):after {
			border-color: #747f8d !important;
		}

		.discord-message-ephemeral {
			margin-top: 4px;
			font-size: 12px;
			font-weight: 400;
			color: #72767d;
		}

		:host([light-theme]) .discord-message-ephemeral {
			color: #747f8d;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link {
			color: #00aff4;
			font-weight: 500;
			cursor: pointer;
		}

		.discord-message-ephemeral .discord-message-ephemeral-link:hover {
			text-decoration: underline;
		}

		.discord-message-ephemeral .discord-message-ephemeral-icon {
			margin-right: 4px;
			vertical-align: text-bottom;
		}
	`;#e=P(this,s,void 0);get profile(){return this.#e}set profile(M){this.#e=M}#t=(P(this,n),P(this,c,"User"));get author(){return this.#t}set author(M){this.#t=M}#r=(P(this,o),P(this,_,void 0));get avatar(){return this.#r}set avatar(M){this.#r=M}#i=(P(this,v),P(this,u,!1));get bot(){return this.#i}set bot(M){this.#i=M}#a=(P(this,h),P(this,E,!1));get server(){return this.#a}set server(M){this.#a=M}#s=(P(this,$),P(this,k,!1));get officialApp(){return this.#s}set officialApp(M){this.#s=M}#d=(P(this,w),P(this,U,!1));get verified(){return this.#d}set verified(M){this.#d=M}#o=(P(this,O),P(this,he,!1));get op(){return this.#o}set op(M){this.#o=M}#l=(P(this,fe),P(this,be,!1));get edited(){return this.#l}set edited(M){this.#l=M}#n=(P(this,ze),P(this,we,void 0));get roleColor(){return this.#n}set roleColor(M){this.#n=M}#h=(P(this,Me),P(this,He,void 0));get roleIcon(){return this.#h}set roleIcon(M){this.#h=M}#u=(P(this,ke),P(this,Te,void 0));get roleName(){return this.#u}set roleName(M){this.#u=M}#c=(P(this,Ee),P(this,V,void 0));get clanIcon(){return this.#c}set clanIcon(M){this.#c=M}#f=(P(this,H),P(this,A,void 0));get clanTag(){return this.#f}set clanTag(M){this.#f=M}#m=(P(this,x),P(this,At,!1));get highlight(){return this.#m}set highlight(M){this.#m=M}#v=(P(this,Dt),P(this,Ot,!1));get ephemeral(){return this.#v}set ephemeral(M){this.#v=M}#p=(P(this,Rt),P(this,Pt,new Date));get timestamp(){return this.#p}set timestamp(M){this.#p=M}#g=(P(this,Bt),P(this,Nt,!1));get twentyFour(){return this.#g}set twentyFour(M){this.#g=M}#_=(P(this,qt),P(this,S,!1));get messageBodyOnly(){return this.#_}set messageBodyOnly(M){this.#_=M}#b=(P(this,y),P(this,rt,!1));get lightTheme(){return this.#b}set lightTheme(M){this.#b=M}#z=(P(this,Ft),P(this,qi,!1));get compactMode(){return this.#z}set compactMode(M){this.#z=M}#y=(P(this,Ui),P(this,Zi,!1));get noBackground(){return this.#y}set noBackground(M){this.#y=M}#w=(P(this,Wi),P(this,Qi,!1));get hasThread(){return this.#w}set hasThread(M){this.#w=M}#M=(P(this,Ki),P(this,Yi,()=>{}));get dismissMessageClicked(){return this.#M}set dismissMessageClicked(M){this.#M=M}willUpdate(){this.hasThread=Array.from(this.children).some(M=>M.tagName.toLowerCase()==="discord-thread"),this.highlight=this.highlight||Array.from(this.children).some(M=>M.tagName.toLowerCase()==="discord-mention"&&M.hasAttribute("highlight")&&(M.type==="user"||M.type==="role"))}handleSpaceToDismissMessage(M){M.code==="Space"&&(M.preventDefault(),M.stopPropagation(),this.dismissMessageClicked?.())}render(){let M={author:this.author,bot:this.bot,officialApp:this.officialApp,verified:this.verified,server:this.server,op:this.op,roleColor:this.roleColor,roleIcon:this.roleIcon,clanIcon:this.clanIcon,clanTag:this.clanTag,roleName:this.roleName},b=this.profile!==void 0&&Reflect.get(ii,this.profile)||{},T={...M,...b,avatar:this.resolveAvatar(b.avatar??this.avatar)},Zt=Ct(this.timestamp,this.compactMode,this.twentyFour)??void 0;return g`
			<slot name="reply"></slot>
			<div
				class=${ge({"discord-message-inner":!0,"discord-message-inner-center":this.messageBodyOnly})}
			>
				${B(this.compactMode&&!this.messageBodyOnly,()=>g`<time datetime="${Q(Zt)}" class="discord-message-timestamp">${Zt}</time>`,()=>null)}
				${B(this.messageBodyOnly,()=>g`<time
							datetime="${Q(Zt)}"
							class=${ge({"discord-message-timestamp":!0,"discord-message-timestamp-hover":!0,"discord-message-body-only-indent":!this.compactMode})}
						></time>`,()=>null)}
				${B(this.compactMode||this.messageBodyOnly,()=>null,()=>g`<div class="discord-author-avatar">
							<img src="${Q(T.avatar)}" alt="${Q(T.author)}" />
						</div>`)}

				<div class="discord-message-content">
					${B(this.compactMode||this.messageBodyOnly,()=>null,()=>g`
							<discord-author-info
								author=${T.author??""}
								?bot=${T.bot??!1}
								?server=${T.server??!1}
								?official-app=${T.officialApp??!1}
								?verified=${T.verified??!1}
								?op=${T.op??!1}
								role-color=${T.roleColor??""}
								role-icon=${T.roleIcon??""}
								role-name=${T.roleName??""}
								clan-icon=${T.clanIcon??""}
								clan-tag=${T.clanTag??""}
							></discord-author-info
							><time datetime="${Q(Zt)}" class="discord-message-timestamp">${Zt}</time>
						`)}
					<div class="discord-message-body">
						${B(this.compactMode,()=>g`<discord-author-info
									author=${T.author??""}
									?bot=${T.bot??!1}
									?server=${T.server??!1}
									?official-app=${T.officialApp??!1}
									?verified=${T.verified??!1}
									?op=${T.op??!1}
									role-color=${T.roleColor??""}
									role-icon=${T.roleIcon??""}
									role-name=${T.roleName??""}
									clan-icon=${T.clanIcon??""}
									clan-tag=${T.clanTag??""}
								></discord-author-info>`,()=>null)}<span class="discord-message-markup"><slot></slot></span>
						${B(this.edited,()=>g`<span class="discord-message-edited">(edited)</span>`,()=>null)}
					</div>
					<div class="discord-message-compact-indent">
						<slot name="attachments"></slot>
						<slot name="embeds"></slot>
						<slot name="components"></slot>
						<slot name="reactions"></slot>
						<slot name="thread"></slot>
						${B(this.ephemeral,()=>g`
								<div class="discord-message-ephemeral">
									${ji()} Only you can see this •
									<span
										role="button"
										class="discord-message-ephemeral-link"
										@click=${this.dismissMessageClicked}
										@keydown=${this.handleSpaceToDismissMessage}
										>Dismiss message</span
									>
								</div>
							`,()=>null)}
					</div>
				</div>
			</div>
		`}resolveAvatar(M){return M===void 0?Ye.default:Ye[M]??M??Ye.default}constructor(){super(...arguments),P(this,Ji)}static{P(r,i)}};return ea=r})();var kl=C`
	<path
		fill="currentColor"
		d="M56 50.6667V13.3333C56 10.4 53.6 8 50.6667 8H13.3333C10.4 8 8 10.4 8 13.3333V50.6667C8 53.6 10.4 56 13.3333 56H50.6667C53.6 56 56 53.6 56 50.6667ZM22.6667 36L29.3333 44.0267L38.6667 32L50.6667 48H13.3333L22.6667 36Z"
	/>
`;function Si(e={}){return g`<svg ${j(e)} aria-hidden="false" width="64" height="64" viewBox="0 0 64 64">${kl}</svg>`}var $l=C`
	<path
		fill="currentColor"
		fill-rule="evenodd"
		clip-rule="evenodd"
		d="M5 3C3.89543 3 3 3.89543 3 5V19C3 20.1046 3.89543 21 5 21H19C20.1046 21 21 20.1046 21 19V5C21 3.89543 20.1046 3 19 3H5ZM16.8995 8.41419L15.4853 6.99998L7 15.4853L8.41421 16.8995L16.8995 8.41419Z"
	/>
`;function Ai(e){return g`<svg ${j(e||{})} class="discord-command-icon" aria-hidden="false" width="24" height="24" viewBox="0 0 24 24">
		${$l}
	</svg>`}var Tl=C`
	<path
		d="M0.809739 3.59646L5.12565 0.468433C5.17446 0.431163 5.23323 0.408043 5.2951 0.401763C5.35698 0.395482 5.41943 0.406298 5.4752 0.432954C5.53096 0.45961 5.57776 0.50101 5.61013 0.552343C5.64251 0.603676 5.65914 0.662833 5.6581 0.722939V2.3707C10.3624 2.3707 11.2539 5.52482 11.3991 7.21174C11.4028 7.27916 11.3848 7.34603 11.3474 7.40312C11.3101 7.46021 11.2554 7.50471 11.1908 7.53049C11.1262 7.55626 11.0549 7.56204 10.9868 7.54703C10.9187 7.53201 10.857 7.49695 10.8104 7.44666C8.72224 5.08977 5.6581 5.63359 5.6581 5.63359V7.28135C5.65831 7.34051 5.64141 7.39856 5.60931 7.44894C5.5772 7.49932 5.53117 7.54004 5.4764 7.5665C5.42163 7.59296 5.3603 7.60411 5.29932 7.59869C5.23834 7.59328 5.18014 7.57151 5.13128 7.53585L0.809739 4.40892C0.744492 4.3616 0.691538 4.30026 0.655067 4.22975C0.618596 4.15925 0.599609 4.08151 0.599609 4.00269C0.599609 3.92386 0.618596 3.84612 0.655067 3.77562C0.691538 3.70511 0.744492 3.64377 0.809739 3.59646Z"
		fill="currentColor"
	/>
`;function Di(e={}){return g`<svg ${j(e)} class="discord-reply-icon" aria-hidden="false" width="12" height="8" viewBox="0 0 12 8">${Tl}</svg>`}var oe=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Z=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},Uc=(()=>{let e=[L("discord-reply")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[],f,E=[],$=[],R,k=[],w=[],q,U=[],O=[],Y,he=[],fe=[],_e,be=[],ze=[],ye,we=[],Me=[],xe,He=[],ke=[],$e,Te=[],Ee=[],Ce,V=[],H=[],F,A=[],x=[],G,At=[],Dt=[],Vt,Ot=[],Rt=[],It,Pt=[],Bt=[],Lt,Nt=[],qt=[];var Ut=class extends a{static{r=this}static{let S=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z()],m=[z()],d=[z()],p=[z({type:Boolean})],f=[z({type:Boolean})],R=[z({type:Boolean,attribute:"official-app"})],q=[z({type:Boolean})],Y=[z({type:Boolean})],_e=[z({type:Boolean})],ye=[z({attribute:"role-color"})],xe=[z({type:Boolean})],$e=[z({type:Boolean})],Ce=[z({type:Boolean})],F=[z({attribute:"clan-icon"})],G=[z({attribute:"clan-tag"})],Vt=[z({type:Boolean,reflect:!0})],It=[K({context:ae}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],Lt=[K({context:Pe}),z({type:Boolean,reflect:!0,attribute:"compact-mode"})],oe(this,null,l,{kind:"accessor",name:"profile",static:!1,private:!1,access:{has:y=>"profile"in y,get:y=>y.profile,set:(y,D)=>{y.profile=D}},metadata:S},s,n),oe(this,null,m,{kind:"accessor",name:"author",static:!1,private:!1,access:{has:y=>"author"in y,get:y=>y.author,set:(y,D)=>{y.author=D}},metadata:S},c,o),oe(this,null,d,{kind:"accessor",name:"avatar",static:!1,private:!1,access:{has:y=>"avatar"in y,get:y=>y.avatar,set:(y,D)=>{y.avatar=D}},metadata:S},_,v),oe(this,null,p,{kind:"accessor",name:"bot",static:!1,private:!1,access:{has:y=>"bot"in y,get:y=>y.bot,set:(y,D)=>{y.bot=D}},metadata:S},u,h),oe(this,null,f,{kind:"accessor",name:"server",static:!1,private:!1,access:{has:y=>"server"in y,get:y=>y.server,set:(y,D)=>{y.server=D}},metadata:S},E,$),oe(this,null,R,{kind:"accessor",name:"officialApp",static:!1,private:!1,access:{has:y=>"officialApp"in y,get:y=>y.officialApp,set:(y,D)=>{y.officialApp=D}},metadata:S},k,w),oe(this,null,q,{kind:"accessor",name:"op",static:!1,private:!1,access:{has:y=>"op"in y,get:y=>y.op,set:(y,D)=>{y.op=D}},metadata:S},U,O),oe(this,null,Y,{kind:"accessor",name:"verified",static:!1,private:!1,access:{has:y=>"verified"in y,get:y=>y.verified,set:(y,D)=>{y.verified=D}},metadata:S},he,fe),oe(this,null,_e,{kind:"accessor",name:"edited",static:!1,private:!1,access:{has:y=>"edited"in y,get:y=>y.edited,set:(y,D)=>{y.edited=D}},metadata:S},be,ze),oe(this,null,ye,{kind:"accessor",name:"roleColor",static:!1,private:!1,access:{has:y=>"roleColor"in y,get:y=>y.roleColor,set:(y,D)=>{y.roleColor=D}},metadata:S},we,Me),oe(this,null,xe,{kind:"accessor",name:"command",static:!1,private:!1,access:{has:y=>"command"in y,get:y=>y.command,set:(y,D)=>{y.command=D}},metadata:S},He,ke),oe(this,null,$e,{kind:"accessor",name:"attachment",static:!1,private:!1,access:{has:y=>"attachment"in y,get:y=>y.attachment,set:(y,D)=>{y.attachment=D}},metadata:S},Te,Ee),oe(this,null,Ce,{kind:"accessor",name:"mentions",static:!1,private:!1,access:{has:y=>"mentions"in y,get:y=>y.mentions,set:(y,D)=>{y.mentions=D}},metadata:S},V,H),oe(this,null,F,{kind:"accessor",name:"clanIcon",static:!1,private:!1,access:{has:y=>"clanIcon"in y,get:y=>y.clanIcon,set:(y,D)=>{y.clanIcon=D}},metadata:S},A,x),oe(this,null,G,{kind:"accessor",name:"clanTag",static:!1,private:!1,access:{has:y=>"clanTag"in y,get:y=>y.clanTag,set:(y,D)=>{y.clanTag=D}},metadata:S},At,Dt),oe(this,null,Vt,{kind:"accessor",name:"deleted",static:!1,private:!1,access:{has:y=>"deleted"in y,get:y=>y.deleted,set:(y,D)=>{y.deleted=D}},metadata:S},Ot,Rt),oe(this,null,It,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:y=>"lightTheme"in y,get:y=>y.lightTheme,set:(y,D)=>{y.lightTheme=D}},metadata:S},Pt,Bt),oe(this,null,Lt,{kind:"accessor",name:"compactMode",static:!1,private:!1,access:{has:y=>"compactMode"in y,get:y=>y.compactMode,set:(y,D)=>{y.compactMode=D}},metadata:S},Nt,qt),oe(null,t={value:r},e,{kind:"class",name:r.name,metadata:S},null,i),Ut=r=t.value,S&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:S})}static styles=N`
		:host {
			color: #b9bbbe;
			display: flex;
			font-size: 0.875rem;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;

			padding-top: 2px;
			margin-left: 56px;
			margin-bottom: 4px;
			align-items: center;
			line-height: 1.125rem;
			position: relative;
			white-space: pre;
			user-select: none;
		}

		:host([light-theme]) {
			color: #4f5660;
		}

		:host([compact-mode]),
		:host([deleted]) {
			margin-left: 62px;
			margin-bottom: 0;
		}

		:host:before {
			content: '';
			display: block;
			position: absolute;
			top: 50%;
			right: 100%;
			bottom: 0;
			left: -36px;
			margin-right: 4px;
			margin-top: -1px;
			margin-left: -1px;
			margin-bottom: -2px;
			border-left: 2px solid #4f545c !important;
			border-bottom: 0 solid #4f545c !important;
			border-right: 0 solid #4f545c !important;
			border-top: 2px solid #4f545c !important;
			border-top-left-radius: 6px;
		}

		:host([light-theme]):before {
			border-color: #747f8d !important;
		}

		.discord-replied-message-avatar,
		.discord-reply-badge {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 16px;
			height: 16px;
			border-radius: 50%;
			user-select: none;
			margin-right: 0.25rem;
		}

		.discord-reply-badge {
			display: flex;
			align-items: center;
			justify-content: center;
			color: #b9bbbe;
			background: #202225;
		}

		:host([light-theme]) .discord-reply-badge {
			color: #4f5660;
			background: #e3e5e8;
		}

		:host .discord-clan-tag {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.8);
			color: #fff;
			font-size: 12px;
			font-weight: 500;
			margin-right: 0.25rem;
			border-radius: 4px;
			line-height: 100%;
			text-transform: uppercase;
			justify-content: space-between;
			display: inline-flex;
			align-items: center;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			height: 1.2rem;
			opacity: 0.55;
			transition: background-color 100ms ease-in-out;
			cursor: pointer;
		}

		:host .discord-clan-tag:hover {
			background-color: oklab(0.431937 0.00109309 -0.0132537 / 0.5);
		}

		:host([light-theme]) .discord-clan-tag {
			opacity: 0.65;
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.09);
			color: #000;
		}

		:host([light-theme]) .discord-clan-tag:hover {
			background-color: hsl(0 calc(1 * 0%) 0.8%/0.03);
		}

		:host .discord-clan-tag svg,
		:host .discord-clan-tag img {
			display: inline-flex;
			align-items: center;
			margin-right: 0.25rem;
			right: 0.25rem;
		}

		:host .discord-clan-tag span {
			display: inline-flex;
			align-items: center;
			user-select: none;
			-webkit-user-select: none;
			line-height: 1rem !important;
		}

		.discord-application-tag {
			background-color: hsl(235, 85.6%, 64.7%);
			color: #fff;
			font-size: 0.625rem;
			margin-right: 0.25rem;
			line-height: 100%;
			text-transform: uppercase;

			/* Use flex layout to ensure both verified icon and "BOT" text are aligned to center */
			display: flex;
			align-items: center;

			/* Styling taken through Inspect Element on Discord client for Windows */
			height: 0.9375rem;
			padding: 0 0.275rem;
			margin-top: 0.075em;
			border-radius: 0.1875rem;
		}

		:host([compact-mode]) .discord-application-tag {
			margin-right: 0.25rem;
		}

		.discord-application-tag .discord-application-tag-verified {
			width: 0.9375rem;
			height: 0.9375rem;
			margin-left: -0.1rem;
		}

		.discord-application-tag.discord-application-tag-op {
			background-color: #c9cdfb;
			color: #4752c4;
			border-radius: 0.4rem;
		}

		.discord-replied-message-username {
			flex-shrink: 0;
			font-size: inherit;
			line-height: inherit;
			margin-right: 0.25rem;
			opacity: 0.64;
			font-weight: 500;
			color: #fff;
		}

		.discord-replied-message-username:hover {
			text-decoration: underline;
			cursor: pointer;
		}

		.discord-replied-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
			user-select: none;
			cursor: pointer;
		}

		.discord-replied-deleted-message-content {
			color: inherit;
			font-size: inherit;
			line-height: inherit;
			white-space: pre;
			text-overflow: ellipsis;
		}

		.discord-message-edited {
			color: #72767d;
			font-size: 10px;
		}

		:host([light-theme]) .discord-message-edited {
			color: #99aab5;
		}

		.discord-replied-message-content:hover {
			color: #fff;
		}

		:host([light-theme]) .discord-replied-message-content:hover {
			color: #000;
		}

		:host .discord-replied-message-content .discord-message-edited {
			margin-left: 0.25rem;
		}

		.discord-replied-message-content-icon {
			-webkit-box-flex: 0;
			-ms-flex: 0 0 auto;
			flex: 0 0 auto;
			width: 20px;
			height: 20px;
			margin-left: 4px;
		}
	`;#e=Z(this,s,void 0);get profile(){return this.#e}set profile(S){this.#e=S}#t=(Z(this,n),Z(this,c,"User"));get author(){return this.#t}set author(S){this.#t=S}#r=(Z(this,o),Z(this,_,void 0));get avatar(){return this.#r}set avatar(S){this.#r=S}#i=(Z(this,v),Z(this,u,!1));get bot(){return this.#i}set bot(S){this.#i=S}#a=(Z(this,h),Z(this,E,!1));get server(){return this.#a}set server(S){this.#a=S}#s=(Z(this,$),Z(this,k,!1));get officialApp(){return this.#s}set officialApp(S){this.#s=S}#d=(Z(this,w),Z(this,U,!1));get op(){return this.#d}set op(S){this.#d=S}#o=(Z(this,O),Z(this,he,!1));get verified(){return this.#o}set verified(S){this.#o=S}#l=(Z(this,fe),Z(this,be,!1));get edited(){return this.#l}set edited(S){this.#l=S}#n=(Z(this,ze),Z(this,we,void 0));get roleColor(){return this.#n}set roleColor(S){this.#n=S}#h=(Z(this,Me),Z(this,He,!1));get command(){return this.#h}set command(S){this.#h=S}#u=(Z(this,ke),Z(this,Te,!1));get attachment(){return this.#u}set attachment(S){this.#u=S}#c=(Z(this,Ee),Z(this,V,!1));get mentions(){return this.#c}set mentions(S){this.#c=S}#f=(Z(this,H),Z(this,A,void 0));get clanIcon(){return this.#f}set clanIcon(S){this.#f=S}#m=(Z(this,x),Z(this,At,void 0));get clanTag(){return this.#m}set clanTag(S){this.#m=S}#v=(Z(this,Dt),Z(this,Ot,!1));get deleted(){return this.#v}set deleted(S){this.#v=S}#p=(Z(this,Rt),Z(this,Pt,!1));get lightTheme(){return this.#p}set lightTheme(S){this.#p=S}#g=(Z(this,Bt),Z(this,Nt,!1));get compactMode(){return this.#g}set compactMode(S){this.#g=S}resolveAvatar(S){return Ye[S]??S??Ye.default}render(){let S={author:this.author,bot:this.bot,verified:this.verified,officialApp:this.officialApp,op:this.op,server:this.server,roleColor:this.roleColor,clanIcon:this.clanIcon,clanTag:this.clanTag},y=Reflect.get(ii,this.profile)??{},D={...S,...y,avatar:this.resolveAvatar(y.avatar??this.avatar)},rt=di(D.clanIcon),Ft=D.clanTag?.slice(0,4),ur=g`
			${B(D.bot&&!D.server&&!D.officialApp,()=>g`<span class="discord-application-tag">${D.verified?Ue():""}App</span>`)}
			${B(D.server&&!D.bot&&!D.officialApp,()=>g`<span class="discord-application-tag">Server</span>`)}
			${B(D.officialApp&&!D.server&&!D.bot,()=>g`<span class="discord-application-tag">${Ue()}OFFICIAL</span>`)}
		`;return g`${B(this.compactMode||this.deleted,()=>g`<div class="discord-reply-badge">${Di()}</div>`,()=>g`<img class="discord-replied-message-avatar" src="${Q(D.avatar)}" alt="${Q(D.author)}" />`)}
		${B(this.deleted,()=>g`<div class="discord-replied-deleted-message-content"><em>Original message was deleted</em></div>`,()=>g`${ur}
					<span class="discord-replied-message-username" style=${Je({color:D.roleColor})}
						>${B(this.mentions,()=>"@")}${D.author}</span
					>
					${B(D.clanIcon&&D.clanTag&&D.clanTag?.length>0,()=>g`<span class="discord-clan-tag">
								${rt==="string"?g`<img
											srcset=${Q(rt)}
											alt=${Q(Ft)}
											width="12"
											height="12"
											draggable="false"
										/>`:rt}
								<span>${Ft}</span>
							</span>`)}
					<!-- display: inline -->
					<div class="discord-replied-message-content"
						><slot></slot>${B(this.edited,()=>g`<span class="discord-message-edited">(edited)</span>`)}</div
					>
					${B(this.command,()=>Ai({class:"discord-replied-message-content-icon"}),()=>B(this.attachment,()=>Si({class:"discord-replied-message-content-icon"})))}`)}`}constructor(){super(...arguments),Z(this,qt)}static{Z(r,i)}};return Ut=r})();var jt=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Ae=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},Yc=(()=>{let e=[L("discord-custom-emoji")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[],f,E=[],$=[];var R=class extends a{static{r=this}static{let k=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z()],m=[z()],d=[z({attribute:!1})],p=[z({type:Boolean,attribute:"embed-emoji"})],f=[z({type:Boolean,attribute:"jumbo"})],jt(this,null,l,{kind:"accessor",name:"name",static:!1,private:!1,access:{has:w=>"name"in w,get:w=>w.name,set:(w,q)=>{w.name=q}},metadata:k},s,n),jt(this,null,m,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:w=>"url"in w,get:w=>w.url,set:(w,q)=>{w.url=q}},metadata:k},c,o),jt(this,null,d,{kind:"accessor",name:"customEmojisMap",static:!1,private:!1,access:{has:w=>"customEmojisMap"in w,get:w=>w.customEmojisMap,set:(w,q)=>{w.customEmojisMap=q}},metadata:k},_,v),jt(this,null,p,{kind:"accessor",name:"embedEmoji",static:!1,private:!1,access:{has:w=>"embedEmoji"in w,get:w=>w.embedEmoji,set:(w,q)=>{w.embedEmoji=q}},metadata:k},u,h),jt(this,null,f,{kind:"accessor",name:"jumbo",static:!1,private:!1,access:{has:w=>"jumbo"in w,get:w=>w.jumbo,set:(w,q)=>{w.jumbo=q}},metadata:k},E,$),jt(null,t={value:r},e,{kind:"class",name:r.name,metadata:k},null,i),R=r=t.value,k&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:k})}static styles=N`
		.discord-custom-emoji {
			display: inline-block;
			cursor: pointer;
		}

		.discord-custom-emoji .discord-custom-emoji-image {
			object-fit: contain;
			width: 1.375rem;
			height: 1.375rem;
			vertical-align: bottom;
		}

		.discord-custom-emoji .discord-custom-jumbo-emoji-image {
			width: 3rem;
			height: 3rem;
			min-height: 3rem;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}
	`;#e=Ae(this,s,void 0);get name(){return this.#e}set name(k){this.#e=k}#t=(Ae(this,n),Ae(this,c,void 0));get url(){return this.#t}set url(k){this.#t=k}#r=(Ae(this,o),Ae(this,_,{}));get customEmojisMap(){return this.#r}set customEmojisMap(k){this.#r=k}#i=(Ae(this,v),Ae(this,u,void 0));get embedEmoji(){return this.#i}set embedEmoji(k){this.#i=k}#a=(Ae(this,h),Ae(this,E,void 0));get jumbo(){return this.#a}set jumbo(k){this.#a=k}willUpdate(){if(!this.url&&this.name){let k=si(this.name)??this.customEmojisMap[this.name];k&&(this.url??=k.url??"",this.embedEmoji??=k.embedEmoji??!1)}}render(){let k=`:${this.name}:`;return g`<span
			class=${ge({"discord-embed-custom-emoji":this.embedEmoji,"discord-custom-emoji":!this.embedEmoji})}
			><img
				aria-label=${k}
				src=${Q(this.url)}
				alt=${k}
				draggable="false"
				class=${ge({"discord-embed-custom-emoji-image":this.embedEmoji,"discord-custom-emoji-image":!this.embedEmoji,"discord-custom-jumbo-emoji-image":this.jumbo})}
		/></span> `}constructor(){super(...arguments),Ae(this,$)}static{Ae(r,i)}};return R=r})();var me=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},re=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},cf=(()=>{let e=[L("discord-embed")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[],f,E=[],$=[],R,k=[],w=[],q,U=[],O=[],Y,he=[],fe=[],_e,be=[],ze=[],ye,we=[],Me=[],xe,He=[],ke=[],$e,Te=[],Ee=[];var Ce=class extends a{static{r=this}static{let V=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z()],m=[z({attribute:"author-name"})],d=[z({attribute:"author-image"})],p=[z({attribute:"author-url"})],f=[z({attribute:"embed-title"})],R=[z({attribute:!1})],q=[z()],Y=[z()],_e=[z()],ye=[z()],xe=[z()],$e=[K({context:ae,subscribe:!0}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],me(this,null,l,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:H=>"color"in H,get:H=>H.color,set:(H,F)=>{H.color=F}},metadata:V},s,n),me(this,null,m,{kind:"accessor",name:"authorName",static:!1,private:!1,access:{has:H=>"authorName"in H,get:H=>H.authorName,set:(H,F)=>{H.authorName=F}},metadata:V},c,o),me(this,null,d,{kind:"accessor",name:"authorImage",static:!1,private:!1,access:{has:H=>"authorImage"in H,get:H=>H.authorImage,set:(H,F)=>{H.authorImage=F}},metadata:V},_,v),me(this,null,p,{kind:"accessor",name:"authorUrl",static:!1,private:!1,access:{has:H=>"authorUrl"in H,get:H=>H.authorUrl,set:(H,F)=>{H.authorUrl=F}},metadata:V},u,h),me(this,null,f,{kind:"accessor",name:"embedTitle",static:!1,private:!1,access:{has:H=>"embedTitle"in H,get:H=>H.embedTitle,set:(H,F)=>{H.embedTitle=F}},metadata:V},E,$),me(this,null,R,{kind:"accessor",name:"embedEmojisMap",static:!1,private:!1,access:{has:H=>"embedEmojisMap"in H,get:H=>H.embedEmojisMap,set:(H,F)=>{H.embedEmojisMap=F}},metadata:V},k,w),me(this,null,q,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:H=>"url"in H,get:H=>H.url,set:(H,F)=>{H.url=F}},metadata:V},U,O),me(this,null,Y,{kind:"accessor",name:"thumbnail",static:!1,private:!1,access:{has:H=>"thumbnail"in H,get:H=>H.thumbnail,set:(H,F)=>{H.thumbnail=F}},metadata:V},he,fe),me(this,null,_e,{kind:"accessor",name:"image",static:!1,private:!1,access:{has:H=>"image"in H,get:H=>H.image,set:(H,F)=>{H.image=F}},metadata:V},be,ze),me(this,null,ye,{kind:"accessor",name:"video",static:!1,private:!1,access:{has:H=>"video"in H,get:H=>H.video,set:(H,F)=>{H.video=F}},metadata:V},we,Me),me(this,null,xe,{kind:"accessor",name:"provider",static:!1,private:!1,access:{has:H=>"provider"in H,get:H=>H.provider,set:(H,F)=>{H.provider=F}},metadata:V},He,ke),me(this,null,$e,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:H=>"lightTheme"in H,get:H=>H.lightTheme,set:(H,F)=>{H.lightTheme=F}},metadata:V},Te,Ee),me(null,t={value:r},e,{kind:"class",name:r.name,metadata:V},null,i),Ce=r=t.value,V&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:V})}static styles=N`
		:host {
			color: #dcddde;
			display: flex;
			font-size: 13px;
			line-height: 150%;
			margin-bottom: 8px;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #2e3338;
		}

		:host .discord-left-border {
			background-color: #202225;
			border-radius: 4px 0 0 4px;
			flex-shrink: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-left-border {
			background-color: #e3e5e8;
		}

		:host .discord-embed-root {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			min-height: 0;
			min-width: 0;
			text-indent: 0;
		}

		:host .discord-embed-wrapper {
			background-color: #2f3136;
			max-width: 520px;
			border: 1px solid rgba(46, 48, 54, 0.6);
			border-radius: 0 4px 4px 0;
			justify-self: start;
			align-self: start;
			display: grid;
			box-sizing: border-box;
		}

		:host([light-theme]) .discord-embed-wrapper {
			background-color: rgb(242, 243, 245);
			border-color: rgba(205, 205, 205, 0.3);
		}

		:host .discord-embed-wrapper .discord-embed-grid {
			display: inline-grid;
			grid-template-columns: auto -webkit-min-content;
			grid-template-columns: auto min-content;
			grid-template-columns: auto;
			grid-template-rows: auto;
			padding: 0.5rem 1rem 1rem 0.75rem;
		}

		:host .discord-embed-thumbnail {
			border-radius: 4px;
			flex-shrink: 0;
			grid-column: 2/2;
			grid-row: 1/8;
			justify-self: end;
			margin-left: 16px;
			margin-top: 8px;
			max-height: 80px;
			max-width: 80px;
			object-fit: contain;
			object-position: top center;
		}

		:host .discord-embed-author {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			font-size: 14px;
			display: flex;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-author {
			color: #060607;
		}

		:host .discord-embed-author a {
			color: #fff;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-author a:hover {
			text-decoration: underline;
		}

		:host([light-theme]) .discord-embed-author a {
			color: #060607;
		}

		:host .discord-embed-author .discord-author-image {
			border-radius: 50%;
			height: 24px;
			margin-right: 8px;
			width: 24px;
		}

		:host .discord-embed-author-block,
		:host .discord-embed-author-block > span {
			max-width: 95%;
		}

		:host .discord-embed-provider {
			font-size: 0.75rem;
			line-height: 1rem;
			font-weight: 400;
			grid-column: 1/1;
			margin-top: 8px;
			unicode-bidi: plaintext;
			text-align: left;
		}

		:host([light-theme]) .discord-embed-provider {
			color: #4f545c;
		}

		:host .discord-embed-title {
			-webkit-box-align: center;
			align-items: center;
			color: #fff;
			display: inline-block;
			font-size: 1rem;
			font-weight: 600;
			grid-column: 1 / 1;
			margin-top: 8px;
			min-width: 0;
		}

		:host([light-theme]) .discord-embed-title {
			color: #060607;
		}

		:host .discord-embed-title a {
			color: #00aff4;
			font-weight: 600;
			text-decoration: none;
		}

		:host .discord-embed-title a:hover {
			text-decoration: underline;
		}

		:host .discord-embed-image {
			border-radius: 4px;
			max-width: 300px;
			max-height: 300px;
		}

		:host .discord-embed-media {
			border-radius: 4px;
			contain: paint;
			display: block;
			grid-column: 1/1;
			margin-top: 16px;
		}

		:host .discord-embed-media.discord-embed-media-video {
			height: 225px;
		}

		:host .discord-embed.media .discord-embed-image {
			overflow: hidden;
			position: relative;
			user-select: text;
		}

		:host .discord-embed-media .discord-embed-video {
			-webkit-box-align: center;
			-webkit-box-pack: center;
			align-items: center;
			border-radius: 0;
			cursor: pointer;
			display: flex;
			height: 100%;
			justify-content: center;
			max-height: 100%;
			width: 100%;

			width: 400px;
			height: 225px;
			left: 0px;
			top: 0px;
		}

		.discord-embed-custom-emoji {
			display: inline-block;
		}

		.discord-embed-custom-emoji .discord-embed-custom-emoji-image {
			width: 18px;
			height: 18px;
			vertical-align: bottom;
		}

		slot[name='footer']::slotted(*) {
			grid-column: 1/3;
			grid-row: auto/auto;
		}
	`;#e=re(this,s,void 0);get color(){return this.#e}set color(V){this.#e=V}#t=(re(this,n),re(this,c,void 0));get authorName(){return this.#t}set authorName(V){this.#t=V}#r=(re(this,o),re(this,_,void 0));get authorImage(){return this.#r}set authorImage(V){this.#r=V}#i=(re(this,v),re(this,u,void 0));get authorUrl(){return this.#i}set authorUrl(V){this.#i=V}#a=(re(this,h),re(this,E,void 0));get embedTitle(){return this.#a}set embedTitle(V){this.#a=V}#s=(re(this,$),re(this,k,{}));get embedEmojisMap(){return this.#s}set embedEmojisMap(V){this.#s=V}#d=(re(this,w),re(this,U,void 0));get url(){return this.#d}set url(V){this.#d=V}#o=(re(this,O),re(this,he,void 0));get thumbnail(){return this.#o}set thumbnail(V){this.#o=V}#l=(re(this,fe),re(this,be,void 0));get image(){return this.#l}set image(V){this.#l=V}#n=(re(this,ze),re(this,we,void 0));get video(){return this.#n}set video(V){this.#n=V}#h=(re(this,Me),re(this,He,void 0));get provider(){return this.#h}set provider(V){this.#h=V}#u=(re(this,ke),re(this,Te,!1));get lightTheme(){return this.#u}set lightTheme(V){this.#u=V}render(){let V=this.parseTitle(this.authorName),H=this.parseTitle(this.embedTitle);return g`<div style=${Je({"background-color":this.color})} class="discord-left-border"></div>
			<div class="discord-embed-root">
				<div class="discord-embed-wrapper">
					<div class="discord-embed-grid">
						${B(this.provider,()=>g`<div class="discord-embed-provider">${this.provider}</div>`)}
						${B(V,()=>g`<div class="discord-embed-author">
									${B(this.authorImage,()=>g`<img src=${Q(this.authorImage)} alt="" class="discord-author-image" />`)}
									${B(this.authorUrl,()=>g`<a
												href=${Q(this.authorUrl)}
												target="_blank"
												rel="noopener noreferrer"
												class="discord-embed-author-block"
											>
												<span class="discord-embed-author-block">${V}</span>
											</a>`,()=>g`<span class="discord-embed-author-block">${V}</span>`)}
								</div>`)}
						${B(H,()=>g`<div class="discord-embed-title">
									${this.url?g`<a href="${this.url}" target="_blank" rel="noopener noreferrer"> ${H} </a>`:g`${H}`}
								</div>`)}
						<slot name="description"></slot>
						<slot name="fields"></slot>
						${B(this.image||this.video,()=>g`<div class=${ge({"discord-embed-media":!0,"discord-embed-media-video":!!this.video})}>
									${this.renderMedia()}
								</div>`)}
						${B(this.thumbnail,()=>g`<img src=${Q(this.thumbnail)} alt="" class="discord-embed-thumbnail" />`)}
						<slot name="footer"></slot>
					</div>
				</div>
			</div>`}renderMedia(){return this.video?g`
				<video
					controls
					muted
					preload="none"
					poster=${Q(this.image)}
					src=${Q(this.video)}
					height="225"
					width="400"
					class="discord-embed-video"
				>
					<img src=${Q(this.image)} alt="Discord embed media" class="discord-embed-image" />
				</video>
			`:this.image?g`<img src=${Q(this.image)} alt="Discord embed media" class="discord-embed-image" />`:null}parseTitle(V){if(!V)return null;let H=[],F="";for(let A of V.split(`
`)){for(let x of A.split(" ")){let G=si(x)??this.embedEmojisMap[x]??{};G.name?H.push(g`<discord-custom-emoji name=${G.name} url=${Q(G.url)} embed-emoji></discord-custom-emoji>`):F+=`${x} `,F===" "&&H.push(g`<br />`)}H.push(F),F=""}return H.map(A=>typeof A=="string"?g`<span>${A}</span>`:A)}constructor(){super(...arguments),re(this,Ee)}static{re(r,i)}};return Ce=r})();var El=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Cl=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},gf=(()=>{let e=[L("discord-embed-description")],t,i=[],r,a=I;var l=class extends a{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;El(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),l=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=N`
		:host {
			font-size: 0.875rem;
			font-weight: 400;
			grid-column: 1/1;
			line-height: 1.125rem;
			margin-top: 8px;
			min-width: 0;
		}
	`;render(){return g`<slot></slot>`}static{Cl(r,i)}};return l=r})();var lr=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Be=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},$f=(()=>{let e=[L("discord-embed-footer")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[];var f=class extends a{static{r=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z({attribute:"footer-image"})],m=[z({attribute:"footer-image-alt"})],d=[z({type:String,reflect:!0,converter:$=>Ct($),attribute:!0})],p=[K({context:ae,subscribe:!0}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],lr(this,null,l,{kind:"accessor",name:"footerImage",static:!1,private:!1,access:{has:$=>"footerImage"in $,get:$=>$.footerImage,set:($,R)=>{$.footerImage=R}},metadata:E},s,n),lr(this,null,m,{kind:"accessor",name:"footerImageAlt",static:!1,private:!1,access:{has:$=>"footerImageAlt"in $,get:$=>$.footerImageAlt,set:($,R)=>{$.footerImageAlt=R}},metadata:E},c,o),lr(this,null,d,{kind:"accessor",name:"timestamp",static:!1,private:!1,access:{has:$=>"timestamp"in $,get:$=>$.timestamp,set:($,R)=>{$.timestamp=R}},metadata:E},_,v),lr(this,null,p,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:$=>"lightTheme"in $,get:$=>$.lightTheme,set:($,R)=>{$.lightTheme=R}},metadata:E},u,h),lr(null,t={value:r},e,{kind:"class",name:r.name,metadata:E},null,i),f=r=t.value,E&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=N`
		:host {
			-webkit-box-align: center;
			align-items: center;
			display: flex;
			font-size: 12px;
			line-height: 16px;
			font-weight: 500;
			margin-top: 8px;
		}

		:host([light-theme]) {
			color: #747f8d;
		}

		:host .discord-footer-image {
			border-radius: 50%;
			flex-shrink: 0;
			height: 20px;
			margin-right: 8px;
			width: 20px;
		}

		:host .discord-footer-separator {
			color: #dcddde;
			font-weight: 500;
			display: inline-block;
			margin: 0 4px;
		}

		:host([light-theme]) .discord-footer-separator {
			color: #5c5e66;
		}
	`;#e=Be(this,s,void 0);get footerImage(){return this.#e}set footerImage(E){this.#e=E}#t=(Be(this,n),Be(this,c,void 0));get footerImageAlt(){return this.#t}set footerImageAlt(E){this.#t=E}#r=(Be(this,o),Be(this,_,void 0));get timestamp(){return this.#r}set timestamp(E){this.#r=E}#i=(Be(this,v),Be(this,u,!1));get lightTheme(){return this.#i}set lightTheme(E){this.#i=E}updateTimestamp(E){E&&!Number.isNaN(new Date(E).getTime())&&(this.timestamp=Ct(E))}render(){return this.updateTimestamp(this.timestamp),g`${B(this.footerImage,()=>g`<img src=${Q(this.footerImage)} alt=${Q(this.footerImageAlt)} class="discord-footer-image" />`)}
			<slot></slot>
			${B(this.timestamp,()=>g`<span class="discord-footer-separator">&bull;</span>`)}
			${B(this.timestamp,()=>` ${this.timestamp}`,()=>null)}`}constructor(){super(...arguments),Be(this,h)}static{Be(r,i)}};return f=r})();var jl=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Sl=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},Sf=(()=>{let e=[L("discord-attachments")],t,i=[],r,a=I;var l=class extends a{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;jl(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),l=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=N`
		:host {
			display: grid;
			grid-auto-flow: row;
			grid-row-gap: 0.25rem;
			text-indent: 0;
			min-height: 0;
			min-width: 0;
			padding-top: 0.125rem;
			padding-bottom: 0.125rem;
			position: relative;
		}

		:host > * {
			justify-self: start;
			-ms-flex-item-align: start;
			align-self: start;
		}
	`;render(){return g`<slot></slot>`}static{Sl(r,i)}};return l=r})();var Al=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Dl=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},Rf=(()=>{let e=[L("discord-action-row")],t,i=[],r,a=I;var l=class extends a{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;Al(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),l=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=N`
		:host {
			display: flex;
			flex-wrap: wrap;
		}
	`;render(){return g`<slot></slot>`}static{Dl(r,i)}};return l=r})();var Vl=C`
	<path
		fill="currentColor"
		d="M10 5V3H5.375C4.06519 3 3 4.06519 3 5.375V18.625C3 19.936 4.06519 21 5.375 21H18.625C19.936 21 21 19.936 21 18.625V14H19V19H5V5H10Z"
	/>
	<path fill="currentColor" d="M21 2.99902H14V4.99902H17.586L9.29297 13.292L10.707 14.706L19 6.41302V9.99902H21V2.99902Z"
	/>
`;function Vi(e={}){return g`<svg ${j(e)} class="discord-button-launch" aria-hidden="false" width="16" height="16" viewBox="0 0 24 24">
		${Vl}
	</svg>`}var et=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},ve=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},Qf=(()=>{let e=[L("discord-button")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[],f,E=[],$=[],R,k=[],w=[];var q=class extends a{static{r=this}static{let U=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z({reflect:!0,attribute:"emoji"})],m=[z({reflect:!0,attribute:"emoji-name"})],d=[z({reflect:!0,attribute:"url"})],p=[z({type:Boolean,reflect:!0,attribute:"disabled"})],f=[z({reflect:!0,attribute:"type"})],R=[z({reflect:!0,attribute:"modal-id"})],et(this,null,l,{kind:"accessor",name:"emoji",static:!1,private:!1,access:{has:O=>"emoji"in O,get:O=>O.emoji,set:(O,Y)=>{O.emoji=Y}},metadata:U},s,n),et(this,null,m,{kind:"accessor",name:"emojiName",static:!1,private:!1,access:{has:O=>"emojiName"in O,get:O=>O.emojiName,set:(O,Y)=>{O.emojiName=Y}},metadata:U},c,o),et(this,null,d,{kind:"accessor",name:"url",static:!1,private:!1,access:{has:O=>"url"in O,get:O=>O.url,set:(O,Y)=>{O.url=Y}},metadata:U},_,v),et(this,null,p,{kind:"accessor",name:"disabled",static:!1,private:!1,access:{has:O=>"disabled"in O,get:O=>O.disabled,set:(O,Y)=>{O.disabled=Y}},metadata:U},u,h),et(this,null,f,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:O=>"type"in O,get:O=>O.type,set:(O,Y)=>{O.type=Y}},metadata:U},E,$),et(this,null,R,{kind:"accessor",name:"modalId",static:!1,private:!1,access:{has:O=>"modalId"in O,get:O=>O.modalId,set:(O,Y)=>{O.modalId=Y}},metadata:U},k,w),et(null,t={value:r},e,{kind:"class",name:r.name,metadata:U},null,i),q=r=t.value,U&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:U})}static styles=N`
		:host > *:first-child {
			display: flex;
			justify-content: center;
			align-items: center;
			cursor: pointer;
			margin: 4px 8px 4px 0;
			padding: 2px 16px;
			width: auto;
			height: 32px;
			min-width: 60px;
			min-height: 32px;
			-webkit-transition:
				background-color 0.17s ease,
				color 0.17s ease;
			transition:
				background-color 0.17s ease,
				color 0.17s ease;
			border-radius: 3px;
			font-size: 14px;
			font-weight: 500;
			line-height: 16px;
			text-decoration: none !important;
			/* CSS Reset to unset button styling */
			border-width: unset;
			border-style: unset;
			border-color: unset;
			border-image: unset;
			box-sizing: unset;
			font-family: 'gg sans', 'Noto Sans', Whitney, 'Helvetica Neue', Helvetica, Roboto, Arial, sans-serif;
		}

		.success {
			color: #fff;
			background-color: #3ba55d;
		}

		.success.hoverable:hover {
			background-color: #2d7d46;
		}

		.destructive {
			color: #fff;
			background-color: #ed4245;
		}

		.destructive.hoverable:hover {
			background-color: #c03537;
		}

		.primary {
			color: #fff;
			background-color: #5865f2;
		}

		.primary.hoverable:hover {
			background-color: #4752c4;
		}

		.secondary {
			color: #fff;
			background-color: #4f545c;
		}

		.secondary.hoverable:hover {
			background-color: #5d6269;
		}

		.disabled {
			cursor: not-allowed !important;
			opacity: 0.5;
		}

		.launch {
			margin-left: 8px;
		}

		.emoji {
			margin-right: 4px;
			object-fit: contain;
			width: 1.375em;
			height: 1.375em;
			vertical-align: bottom;
		}
	`;#e=ve(this,s,void 0);get emoji(){return this.#e}set emoji(U){this.#e=U}#t=(ve(this,n),ve(this,c,"emoji"));get emojiName(){return this.#t}set emojiName(U){this.#t=U}#r=(ve(this,o),ve(this,_,void 0));get url(){return this.#r}set url(U){this.#r=U}#i=(ve(this,v),ve(this,u,!1));get disabled(){return this.#i}set disabled(U){this.#i=U}#a=(ve(this,h),ve(this,E,"secondary"));get type(){return this.#a}set type(U){this.#a=U}#s=(ve(this,$),ve(this,k,void 0));get modalId(){return this.#s}set modalId(U){this.#s=U}validButtonTypes=(ve(this,w),new Set(["primary","secondary","success","destructive"]));checkType(){if(this.type){if(typeof this.type!="string")throw new TypeError("DiscordButton `type` prop must be a string.");if(!this.validButtonTypes.has(this.type))throw new RangeError("DiscordButton `type` prop must be one of: 'primary', 'secondary', 'success', 'destructive'")}}checkParentElement(){if(this.parentElement?.tagName.toLowerCase()!=="discord-action-row")throw new ai("All <discord-button> components must be direct children of <discord-action-row>.")}handleButtonClick(){if(this.modalId){let U=this.parentElement?.parentElement?.parentElement?.parentElement;if(U?.tagName?.toLowerCase()==="discord-messages"){let O=U?.querySelector("discord-modal"),Y=O?.shadowRoot?.querySelector(`dialog#${this.modalId}`),he=Y?.querySelector("div.discord-modal-box");if(Y instanceof HTMLDialogElement&&he instanceof HTMLDivElement&&(Y.showModal(),he.style.display="flex",O)){let fe=globalThis.getComputedStyle(globalThis.document.body).overflow;O.originalBodyOverflow=fe,globalThis.document.body.style.overflow="hidden"}}}}render(){this.checkType(),this.checkParentElement();let U=this.url&&!this.disabled,O=g`
			${B(this.emoji,()=>g`<img src=${this.emoji} alt=${this.emojiName} draggable="true" class="emoji" />`)}
			<span>
				<slot></slot>
			</span>
			${B(this.url,()=>Vi())}
		`;return U?g`<a class="secondary" href=${this.url} target="_blank" rel="noopener noreferrer">${O}</a>`:g`<button
			class=${ge({[this.type]:!0,disabled:this.disabled,hoverable:!this.disabled})}
			@click=${this.handleButtonClick}
		>
			${O}
		</button>`}static{ve(r,i)}};return q=r})();var Ol=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Rl=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},e4=(()=>{let e=[L("discord-bold")],t,i=[],r,a=I;var l=class extends a{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;Ol(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),l=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=N`
		:host > strong {
			font-weight: 700;
		}
	`;render(){return g`
			<strong>
				<slot></slot>
			</strong>
		`}static{Rl(r,i)}};return l=r})();var Il=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Pl=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},s4=(()=>{let e=[L("discord-italic")],t,i=[],r,a=I;var l=class extends a{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;Il(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),l=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=N`
		:host > em {
			font-style: italic;
		}
	`;render(){return g`
			<em>
				<slot></slot>
			</em>
		`}static{Pl(r,i)}};return l=r})();var Bl=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Ll=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},h4=(()=>{let e=[L("discord-underlined")],t,i=[],r,a=I;var l=class extends a{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;Bl(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),l=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s}),Ll(r,i)}render(){return g`
			<u>
				<slot></slot>
			</u>
		`}};return l=r})();var Oi=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},nr=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},g4=(()=>{let e=[L("discord-spoiler")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[];var d=class extends a{static{r=this}static{let _=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z({type:Boolean,reflect:!0})],m=[K({context:ae}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],Oi(this,null,l,{kind:"accessor",name:"activated",static:!1,private:!1,access:{has:v=>"activated"in v,get:v=>v.activated,set:(v,p)=>{v.activated=p}},metadata:_},s,n),Oi(this,null,m,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:v=>"lightTheme"in v,get:v=>v.lightTheme,set:(v,p)=>{v.lightTheme=p}},metadata:_},c,o),Oi(null,t={value:r},e,{kind:"class",name:r.name,metadata:_},null,i),d=r=t.value,_&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:_})}static styles=N`
		:host {
			background-color: #202225;
			border-radius: 3px;
			color: transparent;
			cursor: pointer;
		}

		:host([light-theme]) {
			background-color: #c4c9ce;
		}

		:host(:hover) {
			background-color: rgba(32, 34, 37, 0.8);
		}

		:host([light-theme]:hover) {
			background-color: #cfd3d7;
		}

		:host([activated]) {
			color: inherit;
			background-color: hsla(0, 0%, 100%, 0.1);
		}

		:host([light-theme][activated]) {
			background-color: #e5e5e5;
		}
	`;#e=nr(this,s,!1);get activated(){return this.#e}set activated(_){this.#e=_}#t=(nr(this,n),nr(this,c,!1));get lightTheme(){return this.#t}set lightTheme(_){this.#t=_}render(){return g`<slot
			@click=${()=>{this.activated=!0}}
			@keydown=${()=>{this.activated=!0}}
		></slot>`}constructor(){super(...arguments),nr(this,o)}static{nr(r,i)}};return d=r})();var St=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},De=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},k4=(()=>{let e=[L("discord-link")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[],f,E=[],$=[];var R=class extends a{static{r=this}static{let k=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[K({context:ae,subscribe:!0}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],m=[z()],d=[z()],p=[z()],f=[z()],St(this,null,l,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:w=>"lightTheme"in w,get:w=>w.lightTheme,set:(w,q)=>{w.lightTheme=q}},metadata:k},s,n),St(this,null,m,{kind:"accessor",name:"href",static:!1,private:!1,access:{has:w=>"href"in w,get:w=>w.href,set:(w,q)=>{w.href=q}},metadata:k},c,o),St(this,null,d,{kind:"accessor",name:"rel",static:!1,private:!1,access:{has:w=>"rel"in w,get:w=>w.rel,set:(w,q)=>{w.rel=q}},metadata:k},_,v),St(this,null,p,{kind:"accessor",name:"target",static:!1,private:!1,access:{has:w=>"target"in w,get:w=>w.target,set:(w,q)=>{w.target=q}},metadata:k},u,h),St(this,null,f,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:w=>"type"in w,get:w=>w.type,set:(w,q)=>{w.type=q}},metadata:k},E,$),St(null,t={value:r},e,{kind:"class",name:r.name,metadata:k},null,i),R=r=t.value,k&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:k})}static styles=N`
		a {
			color: #00aff4;
			text-decoration: none;
		}

		a:hover {
			text-decoration: underline;
		}

		.discord-link-light-theme a {
			color: #00b0f4;
		}
	`;#e=De(this,s,!1);get lightTheme(){return this.#e}set lightTheme(k){this.#e=k}#t=(De(this,n),De(this,c,void 0));get href(){return this.#t}set href(k){this.#t=k}#r=(De(this,o),De(this,_,void 0));get rel(){return this.#r}set rel(k){this.#r=k}#i=(De(this,v),De(this,u,void 0));get target(){return this.#i}set target(k){this.#i=k}#a=(De(this,h),De(this,E,void 0));get type(){return this.#a}set type(k){this.#a=k}render(){return g`<a
			href=${Q(this.href)}
			rel=${Q(this.rel)}
			target=${Q(this.target)}
			type=${Q(this.type)}
			class=${ge({"discord-link-light-theme":this.lightTheme})}
			><slot></slot
		></a>`}constructor(){super(...arguments),De(this,$)}static{De(r,i)}};return R=r})();var vs=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Ri=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},A4=(()=>{let e=[L("discord-quote")],t,i=[],r,a=I,l,s=[],n=[];var m=class extends a{static{r=this}static{let c=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[K({context:ae,subscribe:!0}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],vs(this,null,l,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:o=>"lightTheme"in o,get:o=>o.lightTheme,set:(o,d)=>{o.lightTheme=d}},metadata:c},s,n),vs(null,t={value:r},e,{kind:"class",name:r.name,metadata:c},null,i),m=r=t.value,c&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:c})}static styles=N`
		:host {
			display: flex;
		}

		.discord-quote-divider {
			background-color: #4f545c;
			border-radius: 4px;
			font-size: 0.9em;
			font-style: normal;
			font-weight: 400;
			margin: 0;
			padding: 0;
			width: 4px;
		}

		:host([light-theme]) .discord-quote-divider {
			background-color: #c4c9ce;
		}

		blockquote {
			margin-block-end: unset;
			margin-block-start: unset;
			margin-inline-end: unset;
			margin-inline-start: unset;
			padding: 0 8px 0 12px;
		}
	`;#e=Ri(this,s,!1);get lightTheme(){return this.#e}set lightTheme(c){this.#e=c}render(){return g`
			<div class="discord-quote-divider"></div>
			<!-- display: inline -->
			<blockquote><slot></slot></blockquote>
		`}constructor(){super(...arguments),Ri(this,n)}static{Ri(r,i)}};return m=r})();var oi=(e,t,i)=>{for(let r of t)if(r[0]===e)return(0,r[1])();return i?.()};var ps=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Ii=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},N4=(()=>{let e=[L("discord-header")],t,i=[],r,a=I,l,s=[],n=[];var m=class extends a{static{r=this}static{let c=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z({type:Number,reflect:!0})],ps(this,null,l,{kind:"accessor",name:"level",static:!1,private:!1,access:{has:o=>"level"in o,get:o=>o.level,set:(o,d)=>{o.level=d}},metadata:c},s,n),ps(null,t={value:r},e,{kind:"class",name:r.name,metadata:c},null,i),m=r=t.value,c&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:c})}static styles=N`
		:host > * {
			margin: 16px 0 8px;
			font-weight: 700;
			line-height: 1.375em;
		}

		:host([level='1']) > h1 {
			font-size: 1.5rem;
		}

		:host([level='2']) > h2 {
			font-size: 1.25rem;
		}

		:host([level='3']) > h3 {
			font-size: 1rem;
		}

		:host([level='1']):first-child() > h1,
		:host([level='2']):first-child() > h2 {
			margin-top: 8px;
		}

		:host([level='3']):first-child() > h3 {
			margin-top: 4px;
		}
	`;#e=Ii(this,s,1);get level(){return this.#e}set level(c){this.#e=c}ensureLevelIsNumber(){this.level&&!Number.isNaN(this.level)&&(this.level=Number(this.level))}checkLevel(){if(this.level<1||this.level>3)throw new RangeError("The level property must be a number between 1 and 3 (inclusive)")}render(){return this.ensureLevelIsNumber(),this.checkLevel(),oi(this.level,[[1,()=>g`<h1><slot></slot></h1>`],[2,()=>g`<h2><slot></slot></h2>`],[3,()=>g`<h3><slot></slot></h3>`]],()=>g`<slot></slot>`)}constructor(){super(...arguments),Ii(this,n)}static{Ii(r,i)}};return m=r})();var gs=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Pi=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},Q4=(()=>{let e=[L("discord-subscript")],t,i=[],r,a=I,l,s=[],n=[];var m=class extends a{static{r=this}static{let c=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[K({context:ae}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],gs(this,null,l,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:o=>"lightTheme"in o,get:o=>o.lightTheme,set:(o,d)=>{o.lightTheme=d}},metadata:c},s,n),gs(null,t={value:r},e,{kind:"class",name:r.name,metadata:c},null,i),m=r=t.value,c&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:c})}static styles=N`
		small {
			display: block;
			color: color-mix(in oklab, hsl(214 calc(1 * 8.1%) 61.2% / 1) 100%, black 0%);
			font-size: 0.8125rem;
			line-height: 1.11719rem;
		}

		:host([light-theme]) > small {
			color: color-mix(in oklab, hsl(228 calc(1 * 5.2%) 38% / 1) 100%, black 0%);
		}
	`;#e=Pi(this,s,!1);get lightTheme(){return this.#e}set lightTheme(c){this.#e=c}render(){return g`
			<small>
				<span>
					<slot></slot>
				</span>
			</small>
		`}constructor(){super(...arguments),Pi(this,n)}static{Pi(r,i)}};return m=r})();function Nl(e){return e.startsWith("#")?e.slice(1):e}function ql(e){let t=e.length===3||e.length===4,i=t?`${e.slice(0,1)}${e.slice(0,1)}`:e.slice(0,2),r=t?`${e.slice(1,2)}${e.slice(1,2)}`:e.slice(2,4),a=t?`${e.slice(2,3)}${e.slice(2,3)}`:e.slice(4,6),l=(t?`${e.slice(3,4)}${e.slice(3,4)}`:e.slice(6,8))||"ff";return{r:i,g:r,b:a,a:l}}function li(e){return Number.parseInt(e,16)}function Ul({r:e,g:t,b:i,a:r}){return{r:li(e),g:li(t),b:li(i),a:Number((li(r)/255).toFixed(2))}}function Fl(e){return typeof e=="number"||typeof e=="string"&&Number.isFinite(Number(e))}function Zl(e,t){let{r:i,g:r,b:a,a:l}=e,s=Fl(t)?t:l;return`rgba(${i}, ${r}, ${a}, ${s})`}function ni(e,t){let i=Nl(e),r=ql(i),a=Ul(r);return Zl(a,t)}var Wl=C`
	<path
		fill-rule="evenodd"
		clip-rule="evenodd"
		fill="currentColor"
		d="M18.5 23c.88 0 1.7-.25 2.4-.69l1.4 1.4a1 1 0 0 0 1.4-1.42l-1.39-1.4A4.5 4.5 0 1 0 18.5 23Zm0-2a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"
	/>
	<path
		fill="currentColor"
		d="M3 3a1 1 0 0 0 0 2h18a1 1 0 1 0 0-2H3ZM2 8a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 11a1 1 0 1 0 0 2h11a1 1 0 1 0 0-2H3ZM2 16a1 1 0 0 1 1-1h8a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1ZM3 19a1 1 0 1 0 0 2h8a1 1 0 1 0 0-2H3Z"
	/>
`;function Bi(e={}){return g`<svg
		${j(e)}
		class="discord-mention-icon"
		aria-label="Browse Channels"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Wl}
	</svg>`}var Gl=C`
	<path
		fill="currentColor"
		d="M21.487 5.126L12.487 0.126C12.184 -0.042 11.818 -0.042 11.515 0.126L2.51498 5.126C2.19798 5.302 2.00098 5.636 2.00098 5.999C2.00098 6.693 2.11498 22.999 12.001 22.999C21.887 22.999 22.001 6.693 22.001 5.999C22.001 5.636 21.804 5.302 21.487 5.126ZM12.001 5.999C13.382 5.999 14.501 7.118 14.501 8.499C14.501 9.88 13.382 10.999 12.001 10.999C10.62 10.999 9.50098 9.88 9.50098 8.499C9.50098 7.118 10.62 5.999 12.001 5.999ZM8.25098 16C8.25098 13.699 9.69998 12.25 12.001 12.25C14.302 12.25 15.751 13.699 15.751 16H8.25098Z"
	/>
`;function Li(e={}){return g`<svg
		${j(e)}
		class="discord-mention-icon"
		aria-label="Customise Community"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Gl}
	</svg>`}var Ql=C`
	<path
		d="M11 3a1 1 0 1 1 2 0v2h5.75c.16 0 .3.07.4.2l2.63 3.5a.5.5 0 0 1 0 .6l-2.63 3.5a.5.5 0 0 1-.4.2H13v5h2a2 2 0 0 1 2 2v1a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-1c0-1.1.9-2 2-2h2v-5H2.8a.5.5 0 0 1-.44-.72L3.9 9.22a.5.5 0 0 0 0-.44L2.36 5.72A.5.5 0 0 1 2.81 5H11V3Z"
		fill="currentColor"
	/>
`;function Ni(e={}){return g`<svg
		${j(e)}
		class="discord-mention-icon"
		aria-label="Server Guide"
		aria-hidden="false"
		role="img"
		width="24"
		height="24"
		viewBox="0 0 24 24"
		xmlns="http://www.w3.org/2000/svg"
	>
		${Ql}
	</svg>`}var hr=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Le=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},wm=(()=>{let e=[L("discord-mention")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[],p,u=[],h=[];var f=class extends a{static{r=this}static{let E=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z({type:Boolean,reflect:!0})],m=[z({reflect:!0})],d=[z({reflect:!0})],p=[K({context:ae,subscribe:!0}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],hr(this,null,l,{kind:"accessor",name:"highlight",static:!1,private:!1,access:{has:$=>"highlight"in $,get:$=>$.highlight,set:($,R)=>{$.highlight=R}},metadata:E},s,n),hr(this,null,m,{kind:"accessor",name:"type",static:!1,private:!1,access:{has:$=>"type"in $,get:$=>$.type,set:($,R)=>{$.type=R}},metadata:E},c,o),hr(this,null,d,{kind:"accessor",name:"color",static:!1,private:!1,access:{has:$=>"color"in $,get:$=>$.color,set:($,R)=>{$.color=R}},metadata:E},_,v),hr(this,null,p,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:$=>"lightTheme"in $,get:$=>$.lightTheme,set:($,R)=>{$.lightTheme=R}},metadata:E},u,h),hr(null,t={value:r},e,{kind:"class",name:r.name,metadata:E},null,i),f=r=t.value,E&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:E})}static styles=N`
		:host {
			color: #e3e7f8;
			background-color: hsla(235, 85.6%, 64.7%, 0.3);
			font-weight: 500;
			padding: 0 2px;
			border-radius: 3px;
			unicode-bidi: -moz-plaintext;
			unicode-bidi: plaintext;
			-webkit-transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			transition:
				background-color 50ms ease-out,
				color 50ms ease-out;
			cursor: pointer;
		}

		:host([type='role']) {
			background-color: rgba(#e3e7f8, 0.1);
		}

		:host([type='channel']) {
			position: relative;
		}

		:host([type='voice']),
		:host([type='locked']),
		:host([type='thread']),
		:host([type='forum']) {
			position: relative;
		}

		:host(:hover) {
			color: #fff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		:host([highlight][type='user']:hover) {
			text-decoration: underline;
			text-underline-offset: 1px;
		}

		:host([light-theme]) {
			color: #5865f2;
			background-color: hsla(235, 85.6%, 64.7%, 0.15);
		}

		:host([light-theme]:hover) {
			color: #ffffff;
			background-color: hsl(235, 85.6%, 64.7%);
		}

		.discord-mention-icon {
			width: 1rem;
			height: 1rem;
			margin-right: 4px;
			vertical-align: middle;
			margin-bottom: 0.2rem;
		}

		.no-wrap {
			white-space: nowrap;
		}
	`;#e=Le(this,s,!1);get highlight(){return this.#e}set highlight(E){this.#e=E}#t=(Le(this,n),Le(this,c,"user"));get type(){return this.#t}set type(E){this.#t=E}#r=(Le(this,o),Le(this,_,void 0));get color(){return this.#r}set color(E){this.#r=E}setHoverColor=(Le(this,v),()=>{this.color&&(this.style.backgroundColor=ni(this.color,.3))});resetHoverColor=()=>{this.color&&(this.style.backgroundColor=ni(this.color,.1))};#i=Le(this,u,!1);get lightTheme(){return this.#i}set lightTheme(E){this.#i=E}connectedCallback(){super.connectedCallback(),this.color&&this.type==="role"&&(this.addEventListener("mouseover",this.setHoverColor),this.addEventListener("mouseout",this.resetHoverColor))}disconnectedCallback(){this.removeEventListener("mouseover",this.setHoverColor),this.removeEventListener("mouseout",this.resetHoverColor),super.disconnectedCallback()}willUpdate(){this.color&&(this.style.color=this.color,this.type==="role"&&(this.style.backgroundColor=ni(this.color,.1)))}render(){return g`<span class="no-wrap"
				>${oi(this.type,[["channel",()=>ir()],["user",()=>g`@`],["role",()=>g`@`],["voice",()=>dr()],["locked",()=>sr()],["thread",()=>ar()],["forum",()=>rr()],["server-guide",()=>Ni()],["channels-and-roles",()=>Bi()],["customize-community",()=>Li()],["slash",()=>g`/`]])}</span
			><slot></slot>`}constructor(){super(...arguments),Le(this,h)}static{Le(r,i)}};return f=r})();var Kl=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},Xl=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},$m=(()=>{let e=[L("discord-time")],t,i=[],r,a=I;var l=class extends a{static{r=this}static{let s=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;Kl(null,t={value:r},e,{kind:"class",name:r.name,metadata:s},null,i),l=r=t.value,s&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:s})}static styles=N`
		:host {
			white-space: nowrap;
			background-color: #ffffff0f;
			border-radius: 3px;
			padding: 0 2px;
		}
	`;render(){return g`<slot></slot>`}static{Xl(r,i)}};return l=r})();var hi=function(e,t,i,r,a,l){function s(f){if(f!==void 0&&typeof f!="function")throw new TypeError("Function expected");return f}for(var n=r.kind,m=n==="getter"?"get":n==="setter"?"set":"value",c=!t&&e?r.static?e:e.prototype:null,o=t||(c?Object.getOwnPropertyDescriptor(c,r.name):{}),d,_=!1,v=i.length-1;v>=0;v--){var p={};for(var u in r)p[u]=u==="access"?{}:r[u];for(var u in r.access)p.access[u]=r.access[u];p.addInitializer=function(f){if(_)throw new TypeError("Cannot add initializers after decoration has completed");l.push(s(f||null))};var h=(0,i[v])(n==="accessor"?{get:o.get,set:o.set}:o[m],p);if(n==="accessor"){if(h===void 0)continue;if(h===null||typeof h!="object")throw new TypeError("Object expected");(d=s(h.get))&&(o.get=d),(d=s(h.set))&&(o.set=d),(d=s(h.init))&&a.unshift(d)}else(d=s(h))&&(n==="field"?a.unshift(d):o[m]=d)}c&&Object.defineProperty(c,r.name,o),_=!0},tt=function(e,t,i){for(var r=arguments.length>2,a=0;a<t.length;a++)i=r?t[a].call(e,i):t[a].call(e);return r?i:void 0},Dm=(()=>{let e=[L("discord-code")],t,i=[],r,a=I,l,s=[],n=[],m,c=[],o=[],d,_=[],v=[];var p=class extends a{static{r=this}static{let u=typeof Symbol=="function"&&Symbol.metadata?Object.create(a[Symbol.metadata]??null):void 0;l=[z({type:Boolean,reflect:!0})],m=[K({context:ae,subscribe:!0}),z({type:Boolean,reflect:!0,attribute:"light-theme"})],d=[z({type:Boolean,reflect:!0})],hi(this,null,l,{kind:"accessor",name:"multiline",static:!1,private:!1,access:{has:h=>"multiline"in h,get:h=>h.multiline,set:(h,f)=>{h.multiline=f}},metadata:u},s,n),hi(this,null,m,{kind:"accessor",name:"lightTheme",static:!1,private:!1,access:{has:h=>"lightTheme"in h,get:h=>h.lightTheme,set:(h,f)=>{h.lightTheme=f}},metadata:u},c,o),hi(this,null,d,{kind:"accessor",name:"embed",static:!1,private:!1,access:{has:h=>"embed"in h,get:h=>h.embed,set:(h,f)=>{h.embed=f}},metadata:u},_,v),hi(null,t={value:r},e,{kind:"class",name:r.name,metadata:u},null,i),p=r=t.value,u&&Object.defineProperty(r,Symbol.metadata,{enumerable:!0,configurable:!0,writable:!0,value:u})}static styles=N`
		:host {
			background-color: #2f3136;
			white-space: break-spaces;
			font-family:
				Consolas,
				Andale Mono WT,
				Andale Mono,
				Lucida Console,
				Lucida Sans Typewriter,
				DejaVu Sans Mono,
				Bitstream Vera Sans Mono,
				Liberation Mono,
				Nimbus Mono L,
				Monaco,
				Courier New,
				Courier,
				monospace;
			border-radius: 3px;
		}

		code {
			padding: 0.2em;
			margin: -0.2em;
			border-radius: 3px;
			border: none;
			font-size: 85%;
			text-indent: 0;
			white-space: pre-wrap;
		}

		:host([multiline]) code {
			display: block;
			width: 90%;
			font-size: 0.875rem;
			line-height: 1.125rem;
			padding: 0.5em;
			background: #2b2d31;
			border: 1px solid #1e1f22;
		}

		:host([embed]) code {
			background-color: #1e1f22;
		}

		:host([embed][multiline]) code {
			display: block;
			width: 100%;
			padding: 7px;
			border-radius: 4px;
			background: #1e1f22;
		}

		:host([light-theme]) code {
			border-color: #e3e5e8;
			background-color: #f2f3f5;
		}

		:host([light-theme][embed]) code {
			background-color: #e3e5e8;
		}
	`;#e=tt(this,s,!1);get multiline(){return this.#e}set multiline(u){this.#e=u}#t=(tt(this,n),tt(this,c,!1));get lightTheme(){return this.#t}set lightTheme(u){this.#t=u}#r=(tt(this,o),tt(this,_,!1));get embed(){return this.#r}set embed(u){this.#r=u}render(){return this.multiline?g`<discord-pre ?embed=${this.embed}
				><code><slot></slot></code
			></discord-pre>`:g`<code><slot></slot></code>`}constructor(){super(...arguments),tt(this,v)}static{tt(r,i)}};return p=r})();var export_parse=Yl.parse;export{export_parse as parse};
