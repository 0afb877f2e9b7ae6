-- What a classroom is for and what stands in it, both by code tables that are edited on screen (U30).
-- The entries that come with the portal and the kinds of the eleven classrooms owe no entry of the audit.
ALTER TABLE code_items DISABLE TRIGGER USER;
INSERT INTO code_items (kind, code, zh, en, position) VALUES
  ('CLASSROOM_KIND', 'TRADE', '电子商务', 'E-commerce', 1),
  ('CLASSROOM_KIND', 'GUEST_ROOM', '客房服务', 'Guest rooms', 2),
  ('CLASSROOM_KIND', 'DINING', '餐厅服务', 'Dining service', 3),
  ('CLASSROOM_KIND', 'SHOP', '超市经营', 'Supermarket', 4),
  ('CLASSROOM_KIND', 'APPLIANCE', '电器维修', 'Electrical appliances', 5),
  ('CLASSROOM_KIND', 'WOOD', '木作', 'Woodwork', 6),
  ('CLASSROOM_KIND', 'WEAVING', '编织', 'Weaving', 7),
  ('CLASSROOM_KIND', 'COOKING', '烹饪', 'Cooking', 8),
  ('CLASSROOM_KIND', 'BEAUTY', '美容', 'Beauty care', 9),
  ('CLASSROOM_KIND', 'FARMING', '种养殖', 'Farming', 10),
  ('CLASSROOM_KIND', 'GENERAL', '通用', 'General', 99),
  ('EQUIPMENT', 'PROJECTOR', '投影仪', 'Projector', 1),
  ('EQUIPMENT', 'COMPUTER', '电脑', 'Computer', 2),
  ('EQUIPMENT', 'CAMERA', '拍摄台', 'Photo table', 3),
  ('EQUIPMENT', 'GUEST_BED', '客房床', 'Guest bed', 4),
  ('EQUIPMENT', 'DINING_TABLE', '餐桌', 'Dining table', 5),
  ('EQUIPMENT', 'CHECKOUT', '收银台', 'Checkout', 6),
  ('EQUIPMENT', 'REPAIR_BENCH', '电器维修台', 'Repair bench', 7),
  ('EQUIPMENT', 'LATHE', '木工车床', 'Wood lathe', 8),
  ('EQUIPMENT', 'LOOM', '织机', 'Loom', 9),
  ('EQUIPMENT', 'STOVE', '灶台', 'Stove', 10),
  ('EQUIPMENT', 'BEAUTY_BED', '美容床', 'Treatment bed', 11),
  ('EQUIPMENT', 'PLANT_BED', '种植床', 'Planting bed', 12)
ON CONFLICT (kind, code) DO NOTHING;
ALTER TABLE code_items ENABLE TRIGGER USER;

ALTER TABLE classrooms ADD COLUMN kind text NOT NULL DEFAULT 'GENERAL';
-- After the names they came with; one that was named anew is of the general kind until somebody says another.
ALTER TABLE classrooms DISABLE TRIGGER USER;
UPDATE classrooms SET kind = CASE name
  WHEN '电商一' THEN 'TRADE' WHEN '电商二' THEN 'TRADE' WHEN '客房' THEN 'GUEST_ROOM' WHEN '餐厅' THEN 'DINING' WHEN '超市' THEN 'SHOP'
  WHEN '电器' THEN 'APPLIANCE' WHEN '木作' THEN 'WOOD' WHEN '编织' THEN 'WEAVING' WHEN '烹饪' THEN 'COOKING' WHEN '美容' THEN 'BEAUTY'
  WHEN '种养殖' THEN 'FARMING' ELSE 'GENERAL' END;
ALTER TABLE classrooms ENABLE TRIGGER USER;

CREATE TABLE "classroom_equipment" (
    "classroom_number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "classroom_equipment_pkey" PRIMARY KEY ("classroom_number","code")
);
ALTER TABLE "classroom_equipment" ADD CONSTRAINT "classroom_equipment_classroom_number_fkey"
  FOREIGN KEY ("classroom_number") REFERENCES "classrooms"("number") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE classroom_equipment ADD CONSTRAINT equipment_is_there CHECK (count BETWEEN 1 AND 999);
