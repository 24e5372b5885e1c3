PRAGMA application_id = 1667789929;
PRAGMA user_version = 2;
CREATE TABLE reading (
    src INTEGER PRIMARY KEY, document TEXT, in_effect INTEGER NOT NULL DEFAULT 0, source TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL, own TEXT NOT NULL, length INTEGER NOT NULL, entity TEXT NOT NULL DEFAULT '', heading TEXT,
    votes BLOB, body BLOB NOT NULL
);
CREATE INDEX reading_document ON reading (document);
CREATE TABLE text (src INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE own_block (block TEXT NOT NULL, src INTEGER NOT NULL, PRIMARY KEY (block, src)) WITHOUT ROWID;
CREATE INDEX own_block_src ON own_block (src);
CREATE TABLE doc_key (k INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, id TEXT);
CREATE TABLE key_block (block TEXT NOT NULL, k INTEGER NOT NULL, PRIMARY KEY (block, k)) WITHOUT ROWID;
CREATE INDEX key_block_k ON key_block (k);
CREATE TABLE key_use (
    k INTEGER NOT NULL, src INTEGER NOT NULL, own INTEGER NOT NULL, PRIMARY KEY (k, src, own)
) WITHOUT ROWID;
CREATE INDEX key_use_src ON key_use (src);
CREATE TABLE open_node (k INTEGER PRIMARY KEY, id TEXT NOT NULL, candidates TEXT NOT NULL);
CREATE INDEX open_node_id ON open_node (id);
CREATE TABLE node (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL, props TEXT NOT NULL,
    owner INTEGER
);
CREATE INDEX node_kind ON node (kind, id);
CREATE INDEX node_owner ON node (owner) WHERE owner IS NOT NULL;
CREATE TABLE ballot (
    node INTEGER NOT NULL, prop TEXT NOT NULL, value TEXT NOT NULL, votes INTEGER NOT NULL,
    PRIMARY KEY (node, prop, value)
) WITHOUT ROWID;
CREATE TABLE edge (
    e INTEGER PRIMARY KEY, number INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL, source INTEGER NOT NULL,
    target INTEGER NOT NULL, props TEXT NOT NULL
);
CREATE INDEX edge_source ON edge (source, kind);
CREATE INDEX edge_target ON edge (target, kind);
CREATE TABLE evidence (
    edge INTEGER NOT NULL, src INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
    confidence REAL NOT NULL, quote TEXT NOT NULL
);
CREATE INDEX evidence_edge ON evidence (edge);
CREATE INDEX evidence_src ON evidence (src);
CREATE TABLE lookup (
    kind TEXT NOT NULL, prop TEXT NOT NULL, folded TEXT NOT NULL, node INTEGER NOT NULL,
    PRIMARY KEY (kind, prop, folded, node)
) WITHOUT ROWID;
CREATE INDEX lookup_node ON lookup (node);
CREATE VIRTUAL TABLE found USING fts5 (words, tokenize = 'ascii', detail = none);
INSERT INTO reading ("src", "document", "in_effect", "source", "digest", "own", "length", "entity", "heading", "votes", "body") VALUES (1, 'doc:184-kh-ubnd:dak-lak:2024-11-05', 1, 'plan.txt', '0000000000000000000000000000000000000000000000000000000000000000', '["Kế hoạch","184/KH-UBND","2024-11-05","Ủy ban nhân dân tỉnh","Đắk Lắk",""]', 85, '["Kế hoạch","184/KH-UBND","2024-11-05","Ủy ban nhân dân tỉnh","Đắk Lắk",""]', '{"doc_type": "Kế hoạch", "symbol": "184/KH-UBND", "title": "Phát triển nhà ở xã hội", "date": "2024-11-05", "issuer": "Ủy ban nhân dân tỉnh", "place": "Đắk Lắk"}', X'78019592B14EC33010865FC5CADC134D0912CADA95AD958AD456C8B14D5CC5BD54C429F811100B6F80D48115B192B1BC88DF04BB69AB12D1A648F60DA7EFB7FFFFECF138A0A94066E22287276A809798C69C66A068167402BFA69D1688E54A09A6674BE1F07BAA0AD1AE413AF7F42418D8EA8DDCAE5786705B7D623A39E3C285A2AC567FBFDAAF8F8CDCF8FA5B591A4828024A57B8DB7A86F278B016FA74C216F13EAAADDE0D71A608CAF50A09F745DBEA19E5BFAC9F4CCF731687D7116412CA04F92E71DCEBF6220843E85E1DBCAA872F23601AF4E3F1B6A3EEB459D403EF4B679868575FB6A61B8728B1146AF3B24CA07EA0EA6FAC30F324AF39E7A03FBC188EB6E026DECEF781AB667F3FD6E61F98FE00413AF796', X'780185924B6BDB4010C7BFCA32E7B1A3979BC7B1E9A190120249D3821146D1AEA3C5F2CA481B88303EE5144AA13DF6D426815E93404ED6A107857C8FFD26999554E39496C2B2D2CEFC66E7F1DF39CCF26C56C0CE1C78168F743913B0037B66F98B2599595EC5092014E5F4244BC9EE6E051B7B6F7BEF5FEFBF21B3963AB5F441525F69A67369AA0BC55452FF60A6FACECEEB1B9698EA9B249447DA929EE3053DD7ED39035820482DA6947938041D1513A28EFB3EA08BF0B1BE2E1937D5BD3AFDEB7573C8C598AE6B78D0E25CD3E17F41B6517E165B1416618810A791ECF2CBE92C1553A17401E850051EAD6D6A5014BAFFC2D7DFC6F922C421C499D291540DEFE1C0C5577EC7AF7956742A224EA88F1EFA2E065E87766667C571998BD8161110BB4EAE1C0DDBCEABEDBFA9C6962EB3B69A016E6EE256D0A558F3B459A8F18928DBB117605BE134F95D12EA9269DA3FD1C90F7ABB471B471FE8B75DC7FBF66B612BE60BB5AC3122E3A1957C4D03323D7E31CBDB097B6777C0719416E2376DAA9F253B899AD772AD18AF69D35482B2CFED1F71E99F2E2BE2582A2ED569DB0F3FD3E548657A94D3BCAD92A4E124A91FE8193D7E35D5E7983E4F77A6BA89C1C6A65289269024A7C27C07BD305C3C0302351702');
INSERT INTO reading ("src", "document", "in_effect", "source", "digest", "own", "length", "entity", "heading", "votes", "body") VALUES (2, NULL, 0, 'other.txt', '1111111111111111111111111111111111111111111111111111111111111111', '["Kế hoạch","12/KH-UBND","2024-11-05","Ủy ban nhân dân tỉnh","Lai Châu",""]', 85, '["Kế hoạch","12/KH-UBND","2024-11-05","Ủy ban nhân dân tỉnh","Lai Châu",""]', '{"doc_type": "Kế hoạch", "symbol": "12/KH-UBND", "title": "Phát triển nhà ở xã hội", "date": "2024-11-05", "issuer": "Ủy ban nhân dân tỉnh", "place": "Lai Châu"}', NULL, X'78018592CF6BDB3014C7FF15F1CE4AEA5F69D71E971D062DA5D05F8360826A29B58823075B819A90534FA514B6634F5B53D8751BEC141F7A70E9FFA1FF644FB617522814846CBDF7797A3FBE9AC3344BA739ECCD81A7D1501753017BB06F564F244ECDEA218A81425E4C2ED204EDAEB7B5FFB973FAF1F0135AB5D489858FE2EA41139D49535E2BA2E2EA0731E57772553D92D894F71251CEB4253DC70B3AAEDB717AB0A020B59860E2C10034CBC7489D757DA02E852FD5B220DC947FD4E59BD7CD211323BCAEE6418B2B8D87F7826C9F7C165914166148214A986CF3CBC9341113A1740ED4C10A3C5CBBD8A0C875F795AFBB4BE78B900E204A956652D5BC477B2EDDF65B7EC3B3A613C138A23EF5A8EFD2C06BD1D6ECAC392E3311D922026437C9B5A3669B7935FDD7D5D8D265DA54D3A33B3BF443D0A6D8F03459B0F1B1289AB1E7605BE138F93E0A754334EEB778F2834EFF64EBE41C7F9B757668BF16B662BE52CB1A191A8FADE41B1AA0E98049D28FABE50CE88825B9F88F9AF267412E58FD54968AF00A378DF9957D6A6F0525687FFE6A56BFC6E4C0EE60E51B49C5A5BA6C3AE1335D0C55AA87194EDA6A88EA8DE3EA2F3EA0E76FA6BC8BF0F3F2DB948F511D9B4825EA40141BABF21DEA85E1E21F37590FEA');
INSERT INTO reading ("src", "document", "in_effect", "source", "digest", "own", "length", "entity", "heading", "votes", "body") VALUES (3, 'doc:12-kh-ubnd:lai-chau:2024-11-05', 1, 'again.txt', '2222222222222222222222222222222222222222222222222222222222222222', '["Kế hoạch","12/KH-UBND","2024-11-05","Ủy ban nhân dân tỉnh","Lai Châu",""]', 85, '["Kế hoạch","12/KH-UBND","2024-11-05","Ủy ban nhân dân tỉnh","Lai Châu",""]', '{"doc_type": "Kế hoạch", "symbol": "12/KH-UBND", "title": "Phát triển nhà ở xã hội", "date": "2024-11-05", "issuer": "Ủy ban nhân dân tỉnh", "place": "Lai Châu"}', X'78019591B14EC33010865FC5CADC134D284BD6ACDDA804525BA18B6DE228EEA5224EC18F80587803A40EAC88958CE545F226384D15958A3645B26F387DBFFDFF77D3A98789246EC3228727B4204A4A428D297085A537F09A331FF4513CD75A7293AEA4E3EF5117F20C11E1A2C167DE755DBDB1DBCDDA3251579F94CCCEF972A991B7F231A62C529B75F95B575A889180942BC25D93923A91AC0F3F1DB14FDD65ADAB77CB9C2F46CE3131D1145357CFA4FEE7FE787C91F3D00F205350C624BAC461300C46E0FB30BCDA5B6B035F8E801B308FC7DB8EBA3376D98E3B52CE2E33AEBEEC2C1F3CA2E54AEAED62B924F380FA6FACB08B386F39E7209A5C4C6E76E0365B2830038DD99EABC37E37D4EFD7FAEB2363E3A6366FCC7F0046D6F465', X'78018592CF6BDB3014C7FF15F1CE4AEA5F69D71E971D062DA5D05F8360826A29B58823075B819A90534FA514B6634F5B53D8751BEC141F7A70E9FFA1FF644FB617522814846CBDF7797A3FBE9AC3344BA739ECCD81A7D1501753017BB06F564F244ECDEA218A81425E4C2ED204EDAEB7B5FFB973FAF1F0135AB5D489858FE2EA41139D49535E2BA2E2EA0731E57772553D92D894F71251CEB4253DC70B3AAEDB717AB0A020B59860E2C10034CBC7489D757DA02E852FD5B220DC947FD4E59BD7CD211323BCAEE6418B2B8D87F7826C9F7C165914166148214A986CF3CBC9341113A1740ED4C10A3C5CBBD8A0C875F795AFBB4BE78B900E204A956652D5BC477B2EDDF65B7EC3B3A613C138A23EF5A8EFD2C06BD1D6ECAC392E3311D922026437C9B5A3669B7935FDD7D5D8D265DA54D3A33B3BF443D0A6D8F03459B0F1B1289AB1E7605BE138F93E0A754334EEB778F2834EFF64EBE41C7F9B757668BF16B662BE52CB1A191A8FADE41B1AA0E98049D28FABE50CE88825B9F88F9AF267412E58FD54968AF00A378DF9957D6A6F0525687FFE6A56BFC6E4C0EE60E51B49C5A5BA6C3AE1335D0C55AA87194EDA6A88EA8DE3EA2F3EA0E76FA6BC8BF0F3F2DB948F511D9B4825EA40141BABF21DEA85E1E21F37590FEA');
INSERT INTO text ("src", "text") VALUES (1, 'Thực hiện Chỉ thị số 34-CT/TW, Sở Xây dựng chủ trì xây dựng nhà ở xã hội tại Đắk Lắk.');
INSERT INTO text ("src", "text") VALUES (2, 'Thực hiện Chỉ thị số 34-CT/TW, Sở Xây dựng chủ trì xây dựng nhà ở xã hội tại Đắk Lắk.');
INSERT INTO text ("src", "text") VALUES (3, 'Thực hiện Chỉ thị số 34-CT/TW, Sở Xây dựng chủ trì xây dựng nhà ở xã hội tại Đắk Lắk.');
INSERT INTO own_block ("block", "src") VALUES ('symbol:184-kh-ubnd', 1);
INSERT INTO own_block ("block", "src") VALUES ('symbol:12-kh-ubnd', 2);
INSERT INTO own_block ("block", "src") VALUES ('symbol:12-kh-ubnd', 3);
INSERT INTO doc_key ("k", "key", "id") VALUES (1, '["Kế hoạch","184/KH-UBND","2024-11-05","Ủy ban nhân dân tỉnh","Đắk Lắk",""]', 'doc:184-kh-ubnd:dak-lak:2024-11-05');
INSERT INTO doc_key ("k", "key", "id") VALUES (2, '["Chỉ thị","34-CT/TW","","","VN",""]', 'doc:34-ct-tw');
INSERT INTO doc_key ("k", "key", "id") VALUES (3, '["Kế hoạch","12/KH-UBND","2024-11-05","Ủy ban nhân dân tỉnh","Lai Châu",""]', 'doc:12-kh-ubnd:lai-chau:2024-11-05');
INSERT INTO key_block ("block", "k") VALUES ('symbol:184-kh-ubnd', 1);
INSERT INTO key_block ("block", "k") VALUES ('symbol:34-ct-tw', 2);
INSERT INTO key_block ("block", "k") VALUES ('symbol:12-kh-ubnd', 3);
INSERT INTO key_use ("k", "src", "own") VALUES (1, 1, 1);
INSERT INTO key_use ("k", "src", "own") VALUES (2, 1, 0);
INSERT INTO key_use ("k", "src", "own") VALUES (2, 3, 0);
INSERT INTO key_use ("k", "src", "own") VALUES (3, 3, 1);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (1, 'doc:184-kh-ubnd:dak-lak:2024-11-05#task:V.3', 'task', 'Xây dựng nhà ở xã hội', '{"ref":"V.3","text":"Xây dựng nhà ở xã hội"}', 1);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (2, 'agency:so-xay-dung:dak-lak', 'agency', 'Sở Xây dựng tỉnh Đắk Lắk', '{"name":"Sở Xây dựng","place":"Đắk Lắk"}', NULL);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (3, 'agency:uy-ban-nhan-dan-tinh:dak-lak', 'agency', 'Ủy ban nhân dân tỉnh Đắk Lắk', '{"name":"Ủy ban nhân dân tỉnh","place":"Đắk Lắk"}', NULL);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (4, 'doc:184-kh-ubnd:dak-lak:2024-11-05', 'document', 'Kế hoạch 184/KH-UBND', '{"date":"2024-11-05","doc_type":"Kế hoạch","issuer":"Ủy ban nhân dân tỉnh","place":"Đắk Lắk","status":"ingested","symbol":"184/KH-UBND","title":"Phát triển nhà ở xã hội"}', NULL);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (5, 'doc:34-ct-tw', 'document', 'Chỉ thị 34-CT/TW', '{"doc_type":"Chỉ thị","level":"central","status":"cited","symbol":"34-CT/TW"}', NULL);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (6, 'place:dak-lak', 'place', 'Đắk Lắk', '{"name":"Đắk Lắk"}', NULL);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (8, 'agency:so-xay-dung:lai-chau', 'agency', 'Sở Xây dựng tỉnh Lai Châu', '{"name":"Sở Xây dựng","place":"Lai Châu"}', NULL);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (9, 'agency:uy-ban-nhan-dan-tinh:lai-chau', 'agency', 'Ủy ban nhân dân tỉnh Lai Châu', '{"name":"Ủy ban nhân dân tỉnh","place":"Lai Châu"}', NULL);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (10, 'doc:12-kh-ubnd:lai-chau:2024-11-05', 'document', 'Kế hoạch 12/KH-UBND', '{"date":"2024-11-05","doc_type":"Kế hoạch","issuer":"Ủy ban nhân dân tỉnh","place":"Lai Châu","status":"ingested","symbol":"12/KH-UBND","title":"Phát triển nhà ở xã hội"}', NULL);
INSERT INTO node ("n", "id", "kind", "label", "props", "owner") VALUES (11, 'doc:12-kh-ubnd:lai-chau:2024-11-05#task:V.3', 'task', 'Xây dựng nhà ở xã hội', '{"ref":"V.3","text":"Xây dựng nhà ở xã hội"}', 3);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (2, '', '', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (2, 'collective', 'false', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (2, 'name', '"Sở Xây dựng"', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (2, 'place', '"Đắk Lắk"', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (3, '', '', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (3, 'collective', 'false', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (3, 'name', '"Ủy ban nhân dân tỉnh"', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (3, 'place', '"Đắk Lắk"', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (4, '', '', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (5, '', '', 2);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (5, 'doc_type', '"Chỉ thị"', 2);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (5, 'level', '"central"', 2);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (5, 'symbol', '"34-CT/TW"', 2);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (6, '', '', 2);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (6, 'name', '"Đắk Lắk"', 2);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (8, '', '', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (8, 'collective', 'false', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (8, 'name', '"Sở Xây dựng"', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (8, 'place', '"Lai Châu"', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (9, '', '', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (9, 'collective', 'false', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (9, 'name', '"Ủy ban nhân dân tỉnh"', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (9, 'place', '"Lai Châu"', 1);
INSERT INTO ballot ("node", "prop", "value", "votes") VALUES (10, '', '', 1);
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (1, 616917356538522102, 'leads', 2, 1, '{}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (2, 2301320020709587287, 'contains', 4, 1, '{}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (3, 4714744586284620687, 'mentions', 4, 6, '{}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (4, 7275720248588667340, 'implements', 4, 5, '{}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (5, 7725805633931559581, 'directs', 3, 2, '{"task":"doc:184-kh-ubnd:dak-lak:2024-11-05#task:V.3"}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (6, 495178022984965026, 'mentions', 10, 6, '{}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (7, 1410575352587905522, 'directs', 9, 8, '{"task":"doc:12-kh-ubnd:lai-chau:2024-11-05#task:V.3"}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (8, 1807036221053300278, 'implements', 10, 5, '{}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (9, 5127279740605693099, 'contains', 10, 11, '{}');
INSERT INTO edge ("e", "number", "kind", "source", "target", "props") VALUES (10, 5816537812530793718, 'leads', 8, 11, '{}');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (1, 1, 1, 31, 42, 'test.leads', 0.9, 'Sở Xây dựng');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (2, 2, 1, 51, 63, 'test.contains', 0.9, 'xây dựng nhà');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (3, 3, 1, 77, 84, 'test.mentions', 0.9, 'Đắk Lắk');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (4, 4, 1, 21, 29, 'test.implements', 0.9, '34-CT/TW');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (5, 5, 1, 31, 42, 'test.directs', 0.9, 'Sở Xây dựng');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (6, 6, 3, 77, 84, 'test.mentions', 0.9, 'Đắk Lắk');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (7, 7, 3, 31, 42, 'test.directs', 0.9, 'Sở Xây dựng');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (8, 8, 3, 21, 29, 'test.implements', 0.9, '34-CT/TW');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (9, 9, 3, 51, 63, 'test.contains', 0.9, 'xây dựng nhà');
INSERT INTO evidence ("rowid", "edge", "src", "start", "end", "rule", "confidence", "quote") VALUES (10, 10, 3, 31, 42, 'test.leads', 0.9, 'Sở Xây dựng');
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('agency', 'name', 'so xay dung', 2);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('agency', 'place', 'dak lak', 2);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('agency', 'name', 'uy ban nhan dan tinh', 3);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('agency', 'place', 'dak lak', 3);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'date', '2024-11-05', 4);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'doc_type', 'ke hoach', 4);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'issuer', 'uy ban nhan dan tinh', 4);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'place', 'dak lak', 4);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'status', 'ingested', 4);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'symbol', '184-kh-ubnd', 4);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'title', 'phat trien nha o xa hoi', 4);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'doc_type', 'chi thi', 5);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'level', 'central', 5);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'status', 'cited', 5);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'symbol', '34-ct-tw', 5);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('place', 'name', 'dak lak', 6);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('agency', 'name', 'so xay dung', 8);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('agency', 'place', 'lai chau', 8);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('agency', 'name', 'uy ban nhan dan tinh', 9);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('agency', 'place', 'lai chau', 9);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'date', '2024-11-05', 10);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'doc_type', 'ke hoach', 10);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'issuer', 'uy ban nhan dan tinh', 10);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'place', 'lai chau', 10);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'status', 'ingested', 10);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'symbol', '12-kh-ubnd', 10);
INSERT INTO lookup ("kind", "prop", "folded", "node") VALUES ('document', 'title', 'phat trien nha o xa hoi', 10);
INSERT INTO found ("rowid", "words") VALUES (1, 'xay dung nha o xa hoi kztask');
INSERT INTO found ("rowid", "words") VALUES (2, 'so xay dung tinh dak lak kzagency');
INSERT INTO found ("rowid", "words") VALUES (3, 'uy ban nhan dan tinh dak lak kzagency');
INSERT INTO found ("rowid", "words") VALUES (4, 'ke hoach 184 kh ubnd phat trien nha o xa hoi uy ban nhan dan tinh dak lak 184kh 184khubnd khubnd kzdocument szheld');
INSERT INTO found ("rowid", "words") VALUES (5, 'chi thi 34 ct tw 34ct 34cttw cttw kzdocument');
INSERT INTO found ("rowid", "words") VALUES (6, 'dak lak kzplace');
INSERT INTO found ("rowid", "words") VALUES (8, 'so xay dung tinh lai chau kzagency');
INSERT INTO found ("rowid", "words") VALUES (9, 'uy ban nhan dan tinh lai chau kzagency');
INSERT INTO found ("rowid", "words") VALUES (10, 'ke hoach 12 kh ubnd phat trien nha o xa hoi uy ban nhan dan tinh lai chau 12kh 12khubnd khubnd kzdocument szheld');
INSERT INTO found ("rowid", "words") VALUES (11, 'xay dung nha o xa hoi kztask');
