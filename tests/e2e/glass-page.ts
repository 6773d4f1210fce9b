/** A page with one breach of each rule, each in a part that is named after what is wrong with it. */
export const PLANTED = `<!doctype html><meta charset="utf-8"><style>
  * { margin: 0; box-sizing: border-box; }
  body { width: 1600px; height: 900px; overflow: hidden; background: #111619; color: #eff2f4; font: 20px/1.3 sans-serif; }
  p, div { position: absolute; white-space: nowrap; }
  @keyframes blink { 0%, 49% { background: #111619; } 50%, 100% { background: #eff2f4; } }
  @keyframes pulse { 50% { opacity: 0.3; } }
</style>
<p data-testid="good" style="left:40px;top:20px">Open cases 5,410</p>
<p data-testid="tiny" style="left:40px;top:60px;font-size:9px">Too small to read</p>
<p data-testid="faint" style="left:40px;top:100px;color:#4a4f53">Faint on its ground</p>
<div data-testid="cut" style="left:40px;top:140px;width:120px;height:30px;overflow:hidden">A name that is far too long for it</div>
<div data-testid="dotted" style="left:40px;top:180px;width:120px;overflow:hidden;text-overflow:ellipsis">Ends in dots before its end</div>
<div data-testid="may" data-may-shorten style="left:40px;top:220px;width:120px;overflow:hidden;text-overflow:ellipsis">May end in dots before its end</div>
<div data-testid="yields" style="left:40px;top:260px;width:120px;height:26px;overflow:hidden;white-space:normal">Stands here <span data-may-yield>left out whole</span></div>
<p data-testid="over" style="left:400px;top:20px">One over</p>
<p data-testid="under" style="left:430px;top:26px">the other</p>
<p data-testid="hidden" style="left:400px;top:60px">Behind a plate</p>
<div style="left:390px;top:50px;width:220px;height:50px;background:#1c2125"></div>
<p data-testid="out-of-it" style="left:1500px;top:500px">Longer than what is left of the screen</p>
<p data-testid="stateless" style="left:400px;top:140px;color:#ff5251">Red for no reason</p>
<p data-testid="wrong-state" data-state="warn" style="left:400px;top:180px;color:#ff5251">Red for a warning</p>
<p data-testid="stated" data-state="out" style="left:400px;top:220px;color:#ff5251">Timed out</p>
<div data-testid="wordless" data-state="out" style="left:400px;top:260px;width:60px;height:20px;background:#ff5251"></div>
<p data-testid="green" style="left:400px;top:300px;color:#22cc55">All is well</p>
<div data-testid="image" style="left:400px;top:340px;width:120px;height:40px;background:url(data:image/svg+xml,%3Csvg%20xmlns=%27http://www.w3.org/2000/svg%27%20width=%27120%27%20height=%2740%27%3E%3Crect%20width=%27120%27%20height=%2740%27%20fill=%27%23fab91c%27/%3E%3C/svg%3E)"></div>
<svg data-testid="alike" style="position:absolute;left:700px;top:20px" width="200" height="60">
  <g data-shape="out" fill="#ff5251"><path d="M30 10L50 30L30 50L10 30Z"/></g>
  <g data-shape="warn" fill="#fab91c" transform="translate(60)"><path d="M30 10L50 30L30 50L10 30Z"/></g>
</svg>
<div data-testid="flashing" style="left:700px;top:200px;width:300px;height:300px;animation:blink 200ms step-end infinite"></div>
<div data-testid="pulsing" style="left:700px;top:120px;width:60px;height:40px;background:#eff2f4;animation:pulse 2s infinite"></div>
`;
